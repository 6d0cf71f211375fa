/* embedding: see the header. */
#include "cli/embedding.h"

#include "finish/embed.h"
#include "model/source.h"

gboolean embedding_gather(Session *session, GError **error) {
	if (!session->options->embed_source || session->source) {
		return TRUE;
	}
	session->source = event_source(session->event, error);
	if (!session->source) {
		return FALSE;
	}
	session->embedded = g_array_new(FALSE, FALSE, sizeof(EmbeddedFile));
	for (guint i = 0; i < session->source->len; i++) {
		const SourceFile *file = session->source->pdata[i];
		EmbeddedFile one = {file->name, lang_word(session->lang, WORD_SOURCE),
			file->media_type, file->bytes};
		g_array_append_val(session->embedded, one);
	}
	return TRUE;
}

void embedding_clear(Session *session) {
	g_clear_pointer(&session->source, g_ptr_array_unref);
	g_clear_pointer(&session->embedded, g_array_unref);
}
