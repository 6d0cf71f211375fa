/* metadata: see the header. The profile is made by lcms2; the day on which that was is left out, so
 * that the same comes out on every day. */
#include "finish/metadata.h"

#include <lcms2.h>
#include <string.h>

/* --- dates -------------------------------------------------------------------------------- */

char *metadata_date(const char *date) {
	enum { MINUTES = 60 };
	g_autoptr(GDateTime) time = g_date_time_new_from_iso8601(date, NULL);
	if (!time) {
		return NULL;
	}
	g_autofree char *local = g_date_time_format(time, "D:%Y%m%d%H%M%S");
	int offset = (int)(g_date_time_get_utc_offset(time) / G_TIME_SPAN_MINUTE);
	if (offset == 0) {
		return g_strconcat(local, "Z", NULL);
	}
	return g_strdup_printf("%s%c%02d'%02d'", local, offset < 0 ? '-' : '+',
		ABS(offset) / MINUTES, ABS(offset) % MINUTES);
}

/* --- XMP ---------------------------------------------------------------------------------- */

static void put_markup(GString *xmp, const char *format, const char *text) {
	if (!text || !*text) {
		return;
	}
	g_autofree char *escaped = g_markup_escape_text(text, -1);
	const char *place = strstr(format, "%s");
	g_string_append_len(xmp, format, place - format);
	g_string_append(xmp, escaped);
	g_string_append(xmp, place + strlen("%s"));
}

/* PDF/A wants every property that it does not know to be described. */
static void put_accessible(GString *xmp) {
	g_string_append(xmp,
		"<rdf:Description rdf:about=\"\""
		" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
		" xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
		" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"\n"
		" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
		"<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
		"<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
		"<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/"
		"</pdfaSchema:namespaceURI>\n"
		"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
		"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
		"<pdfaProperty:name>part</pdfaProperty:name>"
		"<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
		"<pdfaProperty:category>internal</pdfaProperty:category>\n"
		"<pdfaProperty:description>part of PDF/UA that the file keeps"
		"</pdfaProperty:description>\n"
		"</rdf:li></rdf:Seq></pdfaSchema:property>\n"
		"</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
		"<pdfuaid:part>1</pdfuaid:part>\n"
		"</rdf:Description>\n");
}

static void put_archival(GString *xmp, int part) {
	g_string_append_printf(xmp,
		"<rdf:Description rdf:about=\"\""
		" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
		"<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
		"</rdf:Description>\n",
		part);
}

/* As Info has it. */
static void put_info(GString *xmp, qpdf_data pdf, const char *key, const char *format) {
	qpdf_oh trailer = qpdf_get_trailer(pdf), info = qpdf_oh_get_key(pdf, trailer, "/Info");
	qpdf_oh value = qpdf_oh_get_key(pdf, info, key);
	if (qpdf_oh_is_string(pdf, value)) {
		put_markup(xmp, format, qpdf_oh_get_utf8_value(pdf, value));
	}
	qpdf_oh_release(pdf, value);
	qpdf_oh_release(pdf, info);
	qpdf_oh_release(pdf, trailer);
}

/* The document's name is made of what it says of itself, so that it is the same on every day. */
static void put_press(GString *xmp, const DocInfo *info) {
	g_autofree char *own = g_strjoin("\n", info->title, info->date ? info->date : "", NULL);
	g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, own, -1);
	g_string_append_printf(xmp,
		"<rdf:Description rdf:about=\"\" xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\"\n"
		" xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
		"<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"
		"<xmpMM:DocumentID>uuid:%.8s-%.4s-%.4s-%.4s-%.12s</xmpMM:DocumentID>\n"
		"<xmpMM:VersionID>1</xmpMM:VersionID>\n"
		"<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n"
		"<pdf:Trapped>False</pdf:Trapped>\n"
		"</rdf:Description>\n",
		sum, sum + 8, sum + 12, sum + 16, sum + 20);
}

static void put_core(GString *xmp, qpdf_data pdf, const DocInfo *info) {
	g_string_append(xmp,
		"<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
		" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
		" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
		"<dc:format>application/pdf</dc:format>\n");
	put_info(xmp, pdf, "/Title",
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt>"
		"</dc:title>\n");
	put_info(xmp, pdf, "/Author",
		"<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n");
	put_info(xmp, pdf, "/Subject",
		"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt>"
		"</dc:description>\n");
	put_markup(xmp, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
		info->language);
	put_info(xmp, pdf, "/Keywords", "<pdf:Keywords>%s</pdf:Keywords>\n");
	put_info(xmp, pdf, "/Producer", "<pdf:Producer>%s</pdf:Producer>\n");
	put_info(xmp, pdf, "/Creator", "<xmp:CreatorTool>%s</xmp:CreatorTool>\n");
	put_markup(xmp, "<xmp:CreateDate>%s</xmp:CreateDate>\n", info->date);
	put_markup(xmp, "<xmp:ModifyDate>%s</xmp:ModifyDate>\n", info->date);
	g_string_append(xmp, "</rdf:Description>\n");
}

static qpdf_oh make_stream(qpdf_data pdf, const void *data, gsize length) {
	qpdf_oh stream = qpdf_oh_new_stream(pdf), none = qpdf_oh_new_null(pdf);
	qpdf_oh_replace_stream_data(pdf, stream, data, length, none, none);
	qpdf_oh_release(pdf, none);
	return stream;
}

void metadata_put(qpdf_data pdf, const DocInfo *info, const MetadataClaims *claims) {
	g_autoptr(GString) xmp =
		g_string_new("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
			     "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF"
			     " xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
	put_core(xmp, pdf, info);
	if (claims->press) {
		put_press(xmp, info);
	}
	if (claims->archival > 0) {
		put_archival(xmp, claims->archival);
	}
	if (claims->accessible) {
		put_accessible(xmp);
	}
	g_string_append(xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
	qpdf_oh stream = make_stream(pdf, xmp->str, xmp->len);
	qpdf_oh dict = qpdf_oh_get_dict(pdf, stream), root = qpdf_get_root(pdf);
	qobject_put_name(pdf, dict, "/Type", "/Metadata");
	qobject_put_name(pdf, dict, "/Subtype", "/XML");
	qobject_put(pdf, root, "/Metadata", stream);
	qpdf_oh_release(pdf, dict);
	qpdf_oh_release(pdf, root);
}

/* --- colour ------------------------------------------------------------------------------- */

/* NULL when lcms2 cannot make it. */
static GBytes *srgb_profile(void) {
	/* Where an ICC profile has the day it was made, six numbers of two bytes, and its hash. */
	enum { DATE = 24, DATE_LENGTH = 12, HEADER = 128 };
	static const guint8 some_day[DATE_LENGTH] = {0x07, 0xd0, 0, 1, 0, 1};
	cmsContext context = cmsCreateContext(NULL, NULL);
	cmsHPROFILE profile = context ? cmsCreate_sRGBProfileTHR(context) : NULL;
	cmsUInt32Number length = 0;
	guint8 *data = NULL;
	if (profile && cmsSaveProfileToMem(profile, NULL, &length) && length > HEADER) {
		data = g_malloc(length);
		if (!cmsSaveProfileToMem(profile, data, &length)) {
			g_clear_pointer(&data, g_free);
		}
	}
	if (profile) {
		cmsCloseProfile(profile);
	}
	if (context) {
		cmsDeleteContext(context);
	}
	if (!data) {
		return NULL;
	}
	memcpy(data + DATE, some_day, DATE_LENGTH);
	return g_bytes_new_take(data, length);
}

gboolean metadata_put_intent(qpdf_data pdf, GError **error) {
	g_autoptr(GBytes) profile = srgb_profile();
	if (!profile) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			"the PDF cannot be finished: no colour profile could be made");
		return FALSE;
	}
	gsize length;
	const void *data = g_bytes_get_data(profile, &length);
	qpdf_oh stream = make_stream(pdf, data, length);
	qpdf_oh dict = qpdf_oh_get_dict(pdf, stream), root = qpdf_get_root(pdf);
	qobject_put_integer(pdf, dict, "/N", 3);
	qpdf_oh intent = qpdf_oh_parse(pdf,
		"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
		"/Info(sRGB IEC61966-2.1)>>");
	qobject_put(pdf, intent, "/DestOutputProfile", stream);
	qpdf_oh intents = qpdf_oh_new_array(pdf);
	qpdf_oh_append_item(pdf, intents, intent);
	qpdf_oh_release(pdf, intent);
	qobject_put(pdf, root, "/OutputIntents", intents);
	qpdf_oh_release(pdf, dict);
	qpdf_oh_release(pdf, root);
	return TRUE;
}
