/* linewords: the lists. A new language is one row. */
#include "text/linewords.h"

#include <string.h>

enum { LISTED_BYTES_MAX = 24 };

static gboolean listed(const char *list, const char *text, int length) {
	char word[LISTED_BYTES_MAX + 1];
	if (length <= 0 || length > LISTED_BYTES_MAX) {
		return FALSE;
	}
	memcpy(word, text, (size_t)length);
	word[length] = '\0';
	for (const char *at = strstr(list, word); at; at = strstr(at + 1, word)) {
		gboolean begins = at == list || at[-1] == ' ';
		if (begins && (at[length] == ' ' || at[length] == '\0')) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean takes_number(const char *text, int length) {
	static const char list[] =
		"Fig. Figs. fig. figs. Figure Figures Eq. Eqs. eq. Equation Sec. Sect. sec. "
		"Section "
		"Tab. Table Tables Ch. Chap. ch. Chapter No. Nos. no. Nr. nr. Vol. vol. p. pp. P. "
		"S. "
		"Abb. Abbildung Kap. Kapitel Tabelle Abschnitt Art. art. Artikel § §§ № n° N° n.o "
		"núm. "
		"figure tableau chapitre figura tabla tabella capitolo capítulo Room Raum salle "
		"Saal "
		"Hall sala Room: Level Page page Seite Step Theorem Lemma Definition Algorithm "
		"Listing Appendix RFC ISO с. рис. табл. гл. стр. σ. αρ.";
	while (length > 0 && (*text == '(' || *text == '[')) {
		text++;
		length--;
	}
	return listed(list, text, length);
}

static gboolean takes_name(const char *text, int length) {
	static const char list[] = "Dr. Dr Drs. Prof. Prof Professor Mr. Mr Mrs. Mrs Ms. Ms Mx. Mx "
				   "Mme Mlle MM. M. St. "
				   "Ste. Sr. Sra. Srta. Dra. Sig. Sig.ra Dott. Ing. ing. ir. "
				   "Dr.ir. Dipl.-Ing. Herr Frau "
				   "Sir Dame Rev. Hon. д-р проф. г. г-н г-жа κ.";
	while (length > 0 && (*text == '(' || *text == '[')) {
		text++;
		length--;
	}
	return listed(list, text, length);
}

static gboolean is_unit(const char *text, int length) {
	static const char list[] = "am pm a.m. p.m. AM PM Uhr h min s ms µs μs ns km m cm mm µm nm "
				   "kg g mg t l ml GB MB "
				   "kB KB TB PB GiB MiB KiB TiB Gbit/s Mbit/s Gb/s Mb/s Gbps Mbps "
				   "Hz kHz MHz GHz W kW MW "
				   "GW kWh V A mA K °C °F % ‰ € $ £ ¥ EUR USD CHF pt px dpi em bit "
				   "bits bytes kJ J N Pa "
				   "dB m² m³ km² ha km/h m/s fps °";
	while (length > 0 && strchr(".,;:!?)]", text[length - 1]) && length > 1) {
		if (listed(list, text, length)) {
			return TRUE;
		}
		length--;
	}
	return listed(list, text, length);
}

/* weak: articles, pronouns, auxiliaries. leading: prepositions and conjunctions. */
static const struct {
	const char *language, *weak, *leading;
} ties[] = {
	{"en", "a an the i its it their our your my this is are be was we do does not",
		"of for on in at to by and or but with from as vs vs. via into over under after "
		"before about between through without"},
	{"de", "der die das den dem des ein eine einer eines einem einen nicht ist",
		"und oder von vom zu zum zur in im am an auf für mit bei als aus über unter nach "
		"ohne wie"},
	{"fr", "le la les un une des ne se",
		"de du et ou à au aux en par pour sur dans avec sans vers que qui"},
	{"es", "el la los las un una unos unas",
		"de del y e o u a al en por para con sin sobre que"},
	{"ca", "el la els les un una uns unes",
		"de del dels i o a al als en per amb sense sobre que"},
	{"it", "il lo la i gli le un uno una",
		"di del della dei delle e ed o a al alla in nel nella da dal per con su sul che"},
	{"pt", "o a os as um uma", "de do da dos das e ou em no na nos nas por para com sem que"},
	{"ro", "un o unei unui", "de din și sau la în pe cu pentru fără despre că ca"},
	{"nl", "de het een", "van en of op in aan te tot bij met voor door over uit"},
	{"sv", "en ett den det", "och eller av på i till för med om som från"},
	{"da", "en et den det", "og eller af på i til for med om som fra"},
	{"no", "en et ei den det", "og eller av på i til for med om som fra"},
	{"nb", "en et ei den det", "og eller av på i til for med om som fra"},
	{"fi", "on ei", "ja tai eli että kun kuin sekä"},
	{"pl", "", "a i o u w z ze we na do od po za dla lub oraz przy nad pod"},
	{"cs", "", "a i o u v z s k ze ve ke se na do od po za pro nebo při nad pod"},
	{"sk", "", "a i o u v z s k zo vo ku so na do od po za pre alebo pri nad pod"},
	{"ru", "не я", "а в и к о с у во из за на но об от по до со для или над под при как что"},
	{"uk", "не", "а в і й к о з у та до за на по із зі від для або над під при як що"},
	{"el", "ο η το οι τα του της των τον την", "και ή με σε από για στο στη στην στον"},
	{"hu", "a az egy ez", "és vagy hogy"},
	{"tr", "bir", "ve veya ile için bu"},
	{"ar", "", "و في من إلى على عن مع أو ثم بين"},
	{"he", "", "של על אל עם או את בין"},
};

static int ties_of(const char *text, int length, const char *language) {
	if (length <= 0 || length > LISTED_BYTES_MAX) {
		return 0;
	}
	/* "The" is "the", but "IT" is not "it". */
	char lower[LISTED_BYTES_MAX + 8];
	const char *rest = g_utf8_next_char(text);
	int first = g_unichar_to_utf8(g_unichar_tolower(g_utf8_get_char(text)), lower);
	int tail = length - (int)(rest - text);
	memcpy(lower + first, rest, (size_t)tail);
	for (gsize i = 0; i < G_N_ELEMENTS(ties); i++) {
		size_t size = strlen(ties[i].language);
		if (g_ascii_strncasecmp(language, ties[i].language, size) != 0 ||
			(language[size] != '\0' && language[size] != '-')) {
			continue;
		}
		if (listed(ties[i].leading, lower, first + tail)) {
			return WORD_IS_LEADING;
		}
		return listed(ties[i].weak, lower, first + tail) ? WORD_IS_WEAK : 0;
	}
	return 0;
}

int word_traits(const char *text, int length, const char *language) {
	int traits = WORD_ASKED | ties_of(text, length, language);
	traits |= takes_number(text, length) ? WORD_TAKES_NUMBER : 0;
	traits |= takes_name(text, length) ? WORD_TAKES_NAME : 0;
	return traits | (is_unit(text, length) ? WORD_IS_UNIT : 0);
}
