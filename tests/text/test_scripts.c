/* Latin within other scripts, emphasis that does not lean, lines that end at phrases, and letters
 * of right-to-left words that can be read out again. */
#include <string.h>

#include "fixture.h"

static void set_up_scripts(Fixture *fixture, gconstpointer data) {
	set_up(fixture, data);
	for (int i = 0; i < FONT_ROLE_COUNT; i++) {
		fixture->sheet.companions[i] = fixture->sheet.families[i];
	}
	fixture->sheet.companion_size = 900;
	fixture->sheet.upright = TRUE;
}

static void use_families(Fixture *fixture, const char *sans, const char *serif) {
	fixture->sheet.families[FONT_FACTS] = fixture->sheet.families[FONT_DISPLAY] = sans;
	fixture->sheet.families[FONT_PROSE] = serif;
}

typedef struct Setting {
	const char *text, *language;
	StyleRole role;
	Len measure;
	const InlineSpan *span;
	gboolean rtl;
} Setting;

static const Par *set_as(Fixture *fixture, Setting setting) {
	Inline *source = arena_new_of(fixture->arena, Inline);
	*source = (Inline){.text = setting.text,
		.length = (int)strlen(setting.text),
		.language = setting.language,
		.span_count = setting.span ? 1 : 0,
		.spans = setting.span};
	ParSpec spec = {.source = source,
		.sheet = &fixture->sheet,
		.role = setting.role,
		.measure = setting.measure,
		.language = setting.language,
		.rtl = setting.rtl};
	return par_set(fixture->context, fixture->arena, &spec);
}

static const FontFace *face_at(const Fixture *fixture, const PlacedWord *placed) {
	return &text_fonts_table(fixture->fonts)->faces[placed->word->face];
}

/* The first placed word with this text, and its run. */
static const PlacedWord *find_word(const Par *par, const char *text, const LineRun **run) {
	for (int i = 0; i < par->line_count; i++) {
		const Line *line = &par->lines[i];
		for (int r = 0; r < line->run_count; r++) {
			*run = &line->runs[r];
			for (int w = 0; w < (*run)->word_count; w++) {
				const ShapedWord *word = (*run)->words[w].word;
				if (strncmp(word->text, text, strlen(text)) == 0) {
					return &(*run)->words[w];
				}
			}
		}
	}
	g_error("%s is not set", text);
}

static void assert_face(
	const Fixture *fixture, const Par *par, const char *text, const char *family) {
	const LineRun *run;
	const FontFace *face = face_at(fixture, find_word(par, text, &run));
	g_assert_cmpstr(face->family, ==, family);
}

static void test_arabic(Fixture *fixture, gconstpointer data) {
	(void)data;
	use_families(fixture, "Noto Sans Arabic", "Noto Naskh Arabic");
	const Par *par = set_as(fixture,
		(Setting){.text = "يقضي المعيار ISO 15489 بأن 42 دفترًا و٩:٣٠ تبقى",
			.language = "ar",
			.role = STYLE_PROSE,
			.measure = len_from_mm(200),
			.rtl = TRUE});
	assert_face(fixture, par, "المعيار", "Noto Naskh Arabic");
	assert_face(fixture, par, "ISO", "Vollkorn");
	/* Figures of a Latin run are Latin's, those of an Arabic sentence are not. */
	assert_face(fixture, par, "15489", "Vollkorn");
	assert_face(fixture, par, "42", "Noto Naskh Arabic");
	assert_face(fixture, par, "٩", "Noto Naskh Arabic");
	assert_face(fixture, par, ":", "Noto Naskh Arabic");
	const LineRun *run;
	find_word(par, "ISO", &run);
	g_assert_cmpint(run->size, ==, len_scale(len_from_pt(10), 0.9));
	find_word(par, "المعيار", &run);
	g_assert_cmpint(run->size, ==, len_from_pt(10));
}

/* The range reads from right to left: its dash and its end stand at the left of its start. */
static void test_range(Fixture *fixture, gconstpointer data) {
	(void)data;
	use_families(fixture, "Noto Sans Arabic", "Noto Naskh Arabic");
	const Par *par = set_as(fixture,
		(Setting){.text = "٩:٣٠–١٠:٠٥",
			.language = "ar",
			.role = STYLE_FACT,
			.measure = len_from_mm(60),
			.rtl = TRUE});
	const LineRun *run;
	Len start = find_word(par, "٩", &run)->x, dash = find_word(par, "–", &run)->x;
	g_assert_cmpint(dash, <, start);
	g_assert_cmpint(find_word(par, "١٠", &run)->x, <, dash);
	g_assert_cmpint(find_word(par, "٣٠", &run)->x, >, start);
}

static void test_emphasis(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char text[] = "كلمة مهمة phytate هنا";
	const InlineSpan span = {.start = (int)strlen("كلمة "),
		.end = (int)strlen("كلمة مهمة phytate"),
		.flags = INLINE_EMPHASIS,
		.role = -1};
	use_families(fixture, "Noto Sans Arabic", "Noto Naskh Arabic");
	const Par *par = set_as(fixture,
		(Setting){.text = text,
			.language = "ar",
			.role = STYLE_PROSE,
			.measure = len_from_mm(100),
			.span = &span,
			.rtl = TRUE});
	const LineRun *run;
	const FontFace *arabic = face_at(fixture, find_word(par, "مهمة", &run));
	g_assert_cmpint(arabic->weight, ==, 700);
	g_assert_false(arabic->italic);
	const FontFace *latin = face_at(fixture, find_word(par, "phytate", &run));
	g_assert_cmpint(latin->weight, ==, 400);
	g_assert_true(latin->italic);
	g_assert_cmpint(face_at(fixture, find_word(par, "هنا", &run))->weight, ==, 400);
}

static void test_japanese(Fixture *fixture, gconstpointer data) {
	(void)data;
	use_families(fixture, "Noto Sans CJK JP", "Noto Serif CJK JP");
	const Par *par = set_as(fixture,
		(Setting){.text = "録音は48 kHzで、ISO 12913による",
			.language = "ja",
			.role = STYLE_PROSE,
			.measure = len_from_mm(100)});
	assert_face(fixture, par, "録", "Noto Serif CJK JP");
	assert_face(fixture, par, "48", "Vollkorn");
	assert_face(fixture, par, "ISO", "Vollkorn");
	/* A text all in Latin goes the same way. */
	par = set_as(fixture,
		(Setting){.text = "Ljudarkivet 13:15",
			.language = "ja",
			.role = STYLE_FACT,
			.measure = len_from_mm(100)});
	assert_face(fixture, par, "Ljudarkivet", "Inter");
	/* Chinese within Japanese has Chinese forms. */
	const InlineSpan chinese = {.start = 0, .end = 3, .role = -1, .language = "zh-Hans"};
	par = set_as(fixture,
		(Setting){.text = "骨と骨",
			.language = "ja",
			.role = STYLE_PROSE,
			.measure = len_from_mm(100),
			.span = &chinese});
	assert_face(fixture, par, "骨", "Noto Serif CJK SC");
	assert_face(fixture, par, "と", "Noto Serif CJK JP");
}

static void test_phrases(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const struct {
		const char *text;
		int characters; /* that a line holds */
		const char *lines;
	} cases[] = {
		{"静けさは測れるか——夜の住宅地における十二か月の記録", 16,
			"静けさは測れるか——|夜の住宅地における十二か月の記録"},
		{"小学生がつくる学校の音の目録", 9, "小学生がつくる|学校の音の目録"},
		{"取り壊される製材所の帯鋸を聞く", 10, "取り壊される|製材所の帯鋸を聞く"},
		{"鐘の音の地図を国境の向こうへ", 10, "鐘の音の地図を|国境の向こうへ"},
		{"お知らせの読み取りと聞き書きの手引き", 12,
			"お知らせの読み取りと|聞き書きの手引き"},
	};
	use_families(fixture, "Noto Sans CJK JP", "Noto Serif CJK JP");
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		const Par *par = set_as(fixture,
			(Setting){.text = cases[i].text,
				.language = "ja",
				.role = STYLE_TALK_TITLE,
				.measure = cases[i].characters * len_from_pt(19) + 16});
		g_autofree char *lines = lines_of(par);
		g_assert_cmpstr(lines, ==, cases[i].lines);
	}
}

/* Every letter of a right-to-left word is a cluster with a glyph; later letters stand further left.
 */
static void test_letters(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const char *const words[] = {"سجلات", "الأرشيف", "لإعادة", "الآن", "على", "دفترا"};
	static const char *const families[] = {"Noto Sans Arabic", "Noto Naskh Arabic"};
	for (int i = 0; i < (int)(G_N_ELEMENTS(words) * G_N_ELEMENTS(families)); i++) {
		const char *text = words[i / 2];
		use_families(fixture, families[i % 2], families[i % 2]);
		const Par *par = set_as(fixture,
			(Setting){.text = text,
				.language = "ar",
				.role = STYLE_PROSE,
				.measure = len_from_mm(60),
				.rtl = TRUE});
		const LineRun *run;
		const ShapedWord *word = find_word(par, text, &run)->word;
		g_assert_cmpint(word->cluster_count, ==, (int)g_utf8_strlen(text, -1));
		int glyph = word->glyph_count, right = word->advance, last = G_MAXINT;
		for (int k = 0; k < word->cluster_count; k++) {
			g_assert_cmpint(word->clusters[k].glyph_count, ==, 1);
			const Glyph *drawn = &word->glyphs[--glyph];
			right -= drawn->advance;
			g_assert_cmpint(right + drawn->dx, <, last);
			last = right + drawn->dx;
		}
		g_assert_cmpint(glyph, ==, 0);
		g_assert_cmpint(right, ==, 0);
	}
}

static void test_opposite(Fixture *fixture, gconstpointer data) {
	(void)data;
	Inline source = {.text = "At the right", .length = 12, .language = "en"};
	ParSpec spec = {.source = &source,
		.sheet = &fixture->sheet,
		.role = STYLE_FACT,
		.measure = len_from_mm(100),
		.language = "ar",
		.opposite = TRUE};
	const Par *par = par_set(fixture->context, fixture->arena, &spec);
	g_assert_cmpint(ABS(par->lines[0].shift + par->width - spec.measure), <=, 2);
	spec.opposite = FALSE;
	par = par_set(fixture->context, fixture->arena, &spec);
	g_assert_cmpint(par->lines[0].shift, <=, 0);
}

/* In ems of the only line that these characters take. */
static double ems_of(Fixture *fixture, const char *text) {
	const Par *par = set_as(fixture,
		(Setting){.text = text,
			.language = "ja",
			.role = STYLE_PROSE,
			.measure = len_from_mm(100)});
	return (double)par->lines[0].width / fixture->sheet.styles[STYLE_PROSE].size;
}

/* Punctuation is half an em wide where it meets its like and at the edges of a line; a quarter em
 * parts Han and Kana from Latin. */
static void test_half_width(Fixture *fixture, gconstpointer data) {
	(void)data;
	use_families(fixture, "Noto Sans CJK JP", "Noto Serif CJK JP");
	static const struct {
		const char *text;
		double ems;
	} cases[] = {{"語と語", 3}, {"語、語", 3}, {"語」、語", 3.5}, {"語「『語", 3.5},
		{"語」「語", 3.5}, {"語。", 1.5}, {"「語", 1.5}, {"「語」", 2}, {"語）。", 2}};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_test_message("%s", cases[i].text);
		g_assert_cmpfloat_with_epsilon(ems_of(fixture, cases[i].text), cases[i].ems, 0.01);
	}
	double latin = ems_of(fixture, "A"), both = ems_of(fixture, "語A語");
	g_assert_cmpfloat_with_epsilon(both, 2 + latin + 0.5, 0.02);
}

/* Scripts whose words stand without spaces: lines end between words, and where a word is told from
 * two is the dictionary's to say. */
static void test_hidden_words(Fixture *fixture, gconstpointer data) {
	(void)data;
	static const struct {
		const char *language, *words;
	} cases[] = {
		{"th", "ผู้|ดูแล|ประภาคาร|เล่า|ว่า|ดวง|ไฟ|ดวง|แรก|จุด|ด้วย|น้ำมัน|แล้ว|ไฟฟ้า|จึง|มา|ถึง"},
		{"lo", "ຜູ້|ເບິ່ງ|ແຍງ|ປະພາຄານ|ເລົ່າ|ວ່າ|ໄຟ|ດວງ|ທຳ|ອິດ|ຈູດ|ດ້ວຍ|ນ້ຳ|ມັນ|ແລ້ວ|ໄຟຟ້າ|ຈຶ່ງ|ມາ|ເຖິງ"},
		{"km", "អ្នក|ថែ|ទាំ|បង្គោល|ភ្លើង|បាន|និយាយ|ថា|ចង្កៀង|ដំបូង|ត្រូវ|បាន|បំភ្លឺ|ដោយ|ប្រេង"},
		{"my", "မြန်မာ|နိုင်ငံ|တွင်|လူ|များ|သည်|ကမ်း|ခြေ|တွင်|နေ|ထိုင်|ကြ|သည်"},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_auto(GStrv) words = g_strsplit(cases[i].words, "|", -1);
		g_autofree char *text = g_strjoinv(NULL, words);
		for (int mm = 20; mm < 70; mm += 2) {
			const Par *par = set(fixture, STYLE_PROSE, len_from_mm(mm), text,
				cases[i].language, NULL);
			g_assert_false(par->overfull);
			int end = 0;
			for (int line = 0, word = 0; line + 1 < par->line_count; line++) {
				while (end < par->lines[line].end) {
					end += (int)strlen(words[word++]);
				}
				g_assert_cmpint(end, ==, par->lines[line].end);
			}
		}
	}
}

#define ADD(path, function) g_test_add(path, Fixture, NULL, set_up_scripts, function, tear_down)

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	ADD("/scripts/arabic", test_arabic);
	ADD("/scripts/range", test_range);
	ADD("/scripts/emphasis", test_emphasis);
	ADD("/scripts/japanese", test_japanese);
	ADD("/scripts/phrases", test_phrases);
	ADD("/scripts/letters", test_letters);
	ADD("/scripts/opposite", test_opposite);
	ADD("/scripts/half-width", test_half_width);
	ADD("/scripts/hidden-words", test_hidden_words);
	return g_test_run();
}
