/* embed: see the header. ISO 19005-3, 6.8: each has its kind, its relationship, size and date. */
#include "finish/embed.h"

#include "finish/coding.h"
#include "finish/literal.h"

static void put_params(GString *out, const EmbeddedFile *file, const char *date) {
	g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_MD5, file->bytes);
	g_string_append_printf(out, "<</Size %" G_GSIZE_FORMAT "/CheckSum<%s>",
		g_bytes_get_size(file->bytes), sum);
	if (date) {
		g_string_append_printf(out, "/CreationDate(%s)/ModDate(%s)", date, date);
	}
	g_string_append(out, ">>");
}

/* To be released. */
static qpdf_oh make_stream(qpdf_data pdf, const EmbeddedFile *file, const char *date) {
	gsize length;
	const void *data = g_bytes_get_data(file->bytes, &length);
	g_autoptr(GByteArray) coded = g_byte_array_new();
	coding_deflate(coded, data, length);
	g_autoptr(GString) params = g_string_new(NULL);
	put_params(params, file, date);
	g_autofree char *kind = g_strconcat("/", file->media_type, NULL);
	qpdf_oh stream = qpdf_oh_new_stream(pdf), none = qpdf_oh_new_null(pdf);
	qpdf_oh filter = qpdf_oh_new_name(pdf, "/FlateDecode");
	qpdf_oh dict = qpdf_oh_get_dict(pdf, stream);
	qobject_put_name(pdf, dict, "/Type", "/EmbeddedFile");
	qobject_put_name(pdf, dict, "/Subtype", kind);
	qobject_put(pdf, dict, "/Params", qpdf_oh_parse(pdf, params->str));
	qpdf_oh_replace_stream_data(pdf, stream, coded->data, coded->len, filter, none);
	qpdf_oh_release(pdf, dict);
	qpdf_oh_release(pdf, filter);
	qpdf_oh_release(pdf, none);
	return stream;
}

/* An object of its own, to be released. */
static qpdf_oh make_file(qpdf_data pdf, const EmbeddedFile *file, const char *date) {
	g_autoptr(GString) said = g_string_new("<</Type/Filespec/AFRelationship/Source/F");
	literal_put(said, file->name);
	g_string_append(said, "/UF");
	literal_put(said, file->name);
	g_string_append(said, "/Desc");
	literal_put(said, file->description);
	g_string_append(said, ">>");
	qpdf_oh value = qpdf_oh_parse(pdf, said->str);
	qpdf_oh stream = make_stream(pdf, file, date), inner = qpdf_oh_new_dictionary(pdf);
	qpdf_oh_replace_key(pdf, inner, "/F", stream);
	qpdf_oh_replace_key(pdf, inner, "/UF", stream);
	qobject_put(pdf, value, "/EF", inner);
	qpdf_oh made = qpdf_make_indirect_object(pdf, value);
	qpdf_oh_release(pdf, stream);
	qpdf_oh_release(pdf, value);
	return made;
}

/* Puts the tree of names beside those that are there. Takes it. */
static void put_names(qpdf_data pdf, qpdf_oh root, qpdf_oh tree) {
	qpdf_oh names = qpdf_oh_get_key(pdf, root, "/Names");
	if (!qpdf_oh_is_dictionary(pdf, names)) {
		qpdf_oh_release(pdf, names);
		names = qpdf_oh_new_dictionary(pdf);
		qpdf_oh_replace_key(pdf, root, "/Names", names);
	}
	qobject_put(pdf, names, "/EmbeddedFiles", tree);
	qpdf_oh_release(pdf, names);
}

void embed_put(qpdf_data pdf, const EmbeddedFile *files, int count, const char *date) {
	qpdf_oh root = qpdf_get_root(pdf);
	qpdf_oh associated = qpdf_oh_new_array(pdf), names = qpdf_oh_new_array(pdf);
	for (int i = 0; i < count; i++) {
		qpdf_oh file = make_file(pdf, &files[i], date);
		qpdf_oh name = qpdf_oh_new_unicode_string(pdf, files[i].name);
		qpdf_oh_append_item(pdf, associated, file);
		qpdf_oh_append_item(pdf, names, name);
		qpdf_oh_append_item(pdf, names, file);
		qpdf_oh_release(pdf, name);
		qpdf_oh_release(pdf, file);
	}
	qobject_put(pdf, root, "/AF", associated);
	qpdf_oh tree = qpdf_oh_new_dictionary(pdf);
	qobject_put(pdf, tree, "/Names", names);
	put_names(pdf, root, tree);
	qpdf_oh_release(pdf, root);
}
