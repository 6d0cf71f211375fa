/* sheets: on what paper the booklet is imposed, and the sheet before the others that says what to
 * do with them. */
#include "cli/sheets.h"

#include "model/build.h"

/* The sheet that two pages side by side are printed on: the content's, else the standard sheet of
 * just that size, else one made to measure. */
PaperSize job_sheet(const Job *job) {
	const Print *print = &job->session->event->print;
	Len width = 2 * job->document->pages[0].width, height = job->document->pages[0].height;
	PaperSize sheet = print->sheet;
	if (sheet.width > 0) {
		if (sheet.width < sheet.height) {
			Len swap = sheet.width;
			sheet.width = sheet.height;
			sheet.height = swap;
		}
		return sheet;
	}
	Len tolerance = len_from_mm(2);
	for (const char *const *name = paper_names(); *name; name++) {
		PaperSize standard;
		if (paper_parse(job->arena, *name, &standard) &&
			ABS(standard.height - width) <= tolerance &&
			ABS(standard.width - height) <= tolerance) {
			return (PaperSize){standard.name, standard.height, standard.width};
		}
	}
	return (PaperSize){"made to measure", width, height};
}

/* "4 + 3 + 3"; NULL when all sheets lie in each other. */
static const char *signatures(const Job *job, int sheets) {
	int per_signature = job->session->event->print.imposed.sheets_per_signature;
	if (per_signature == 0 || per_signature >= sheets) {
		return NULL;
	}
	g_autoptr(GString) text = g_string_new(NULL);
	for (int sheet = 0; sheet < sheets;) {
		Signature signature = impose_signature(sheet, sheets, per_signature);
		g_string_append_printf(
			text, "%s%d", sheet > 0 ? "\xc2\xa0+\xc2\xa0" : "", signature.sheets);
		sheet += signature.sheets;
	}
	return arena_strdup(job->arena, text->str);
}

void sheets_direct(Job *job, const Compose *compose) {
	const Session *session = job->session;
	int pages = job->document->page_count;
	if (pages == 0 || !session->event->print.imposed.directions) {
		return;
	}
	DirectionsFacts facts = {.flip_long_edge = session->event->print.imposed.flip_long_edge,
		.signatures = signatures(job, (pages + 3) / 4)};
	PaperSize sheet = job_sheet(job);
	LayoutInput input = {.composition = compose_directions(compose, &facts),
		.theme = session->theme,
		.text = job->text,
		.fonts = text_fonts_table(session->fonts),
		.width = sheet.width,
		.height = sheet.height,
		.justify = -1,
		.distance_span = SPAN_NONE};
	job->directions = layout_document(job->arena, &input, session->diags);
}
