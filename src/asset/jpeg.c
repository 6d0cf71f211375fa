/* jpeg: decodes and codes through libjpeg. Its errors leave by longjmp, since the library allows
 * no other way: `guarded` is the only place that knows it, and nothing is owned on the stack below
 * it. Progressive files with a flood of scans, a known way to burn hours, are refused. */
#include "asset/jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

#include "asset/icc.h"

enum { SCANS_MAX = 100, QUALITY = 95 };

typedef struct Job {
	struct jpeg_error_mgr errors; /* first: libjpeg hands this on */
	struct jpeg_progress_mgr progress;
	struct jpeg_decompress_struct in;
	struct jpeg_compress_struct out;
	jmp_buf leave;
	char message[JMSG_LENGTH_MAX];
	int damages; /* warnings that mean lost data */
	const guchar *bytes;
	gsize size;
	gboolean check_only; /* decode at an eighth, keep nothing */
	IccTransform *transform;
	GBytes *profile;
	Picture *picture;
	char *trouble; /* fresh */
	guchar *row;
	gboolean grey, subsampled; /* coding */
	unsigned char *coded;
	unsigned long coded_size;
} Job;

static void leave_on_error(j_common_ptr common) {
	Job *job = (Job *)(void *)common->err;
	common->err->format_message(common, job->message);
	longjmp(job->leave, 1);
}

static void count_warning(j_common_ptr common, int level) {
	Job *job = (Job *)(void *)common->err;
	if (level >= 0 || common->err->msg_code == JWRN_EXTRANEOUS_DATA ||
		common->err->msg_code == JWRN_ADOBE_XFORM) {
		return;
	}
	if (job->damages++ == 0) {
		common->err->format_message(common, job->message);
	}
}

static void say_nothing(j_common_ptr common) {
	(void)common;
}

static void watch_scans(j_common_ptr common) {
	Job *job = (Job *)(void *)common->err;
	if (common->is_decompressor && job->in.input_scan_number > SCANS_MAX) {
		g_strlcpy(job->message, "it has too many scans", sizeof job->message);
		longjmp(job->leave, 1);
	}
}

static void job_init(Job *job) {
	memset(job, 0, sizeof *job);
	jpeg_std_error(&job->errors);
	job->errors.error_exit = leave_on_error;
	job->errors.emit_message = count_warning;
	job->errors.output_message = say_nothing;
	job->progress.progress_monitor = watch_scans;
	job->in.err = job->out.err = &job->errors;
}

static void job_finish(Job *job) {
	if (job->in.mem) {
		jpeg_destroy_decompress(&job->in);
	}
	if (job->out.mem) {
		jpeg_destroy_compress(&job->out);
	}
	icc_transform_free(job->transform);
	g_free(job->row);
	g_free(job->trouble);
	free(job->coded);
}

/* FALSE when work left early; job->message or job->trouble says why. */
static gboolean guarded(Job *job, gboolean (*work)(Job *job)) {
	if (setjmp(job->leave)) {
		return FALSE;
	}
	return work(job);
}

static gboolean start_reading(Job *job) {
	jpeg_create_decompress(&job->in);
	job->in.progress = &job->progress;
	jpeg_mem_src(&job->in, job->bytes, job->size);
	jpeg_read_header(&job->in, TRUE);
	return TRUE;
}

static gboolean is_cmyk(const Job *job) {
	return job->in.num_components == 4;
}

/* Ink to light without a profile: the plain product. 255 = no ink. */
static void light_from_ink(const guchar *ink, guint32 *into, int count, gboolean inverted) {
	for (int i = 0; i < count; i++, ink += 4) {
		guint32 channels[4];
		for (int k = 0; k < 4; k++) {
			channels[k] = inverted ? ink[k] : 255u - ink[k];
		}
		guint32 red = channels[0] * channels[3] / 255;
		guint32 green = channels[1] * channels[3] / 255;
		guint32 blue = channels[2] * channels[3] / 255;
		into[i] = 0xff000000 | red << 16 | green << 8 | blue;
	}
}

static void choose_output(Job *job) {
	gboolean inverted = job->in.saw_Adobe_marker;
	IccLayout layout = ICC_PIXELS;
	if (is_cmyk(job)) {
		job->in.out_color_space = JCS_CMYK;
		layout = inverted ? ICC_CMYK_INVERTED : ICC_CMYK;
	} else if (job->in.num_components == 1) {
		layout = ICC_GREY;
	}
	job->transform = icc_transform_new(job->profile, layout);
	if (is_cmyk(job)) {
		return;
	}
	if (layout == ICC_GREY && job->transform) {
		job->in.out_color_space = JCS_GRAYSCALE;
	} else {
		job->in.out_color_space =
			G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRA : JCS_EXT_ARGB;
	}
}

/* One row from libjpeg's form into pixels. */
static void take_row(Job *job, guint32 *into) {
	int width = (int)job->in.output_width;
	if (job->transform) {
		icc_transform_run(job->transform, job->row, into, width);
	} else if (is_cmyk(job)) {
		light_from_ink(job->row, into, width, job->in.saw_Adobe_marker);
	} else {
		memcpy(into, job->row, (gsize)width * 4);
	}
}

static gboolean read_rows(Job *job) {
	job->in.dct_method = job->check_only ? JDCT_IFAST : JDCT_ISLOW;
	jpeg_start_decompress(&job->in);
	job->row = g_malloc((gsize)job->in.output_width * (gsize)job->in.output_components);
	while (job->in.output_scanline < job->in.output_height) {
		guint row = job->in.output_scanline;
		JSAMPROW rows[] = {job->row};
		jpeg_read_scanlines(&job->in, rows, 1);
		if (!job->check_only) {
			take_row(job, job->picture->pixels + (gsize)row * job->in.output_width);
		}
	}
	jpeg_finish_decompress(&job->in);
	return job->damages == 0;
}

static gboolean decode_work(Job *job) {
	start_reading(job);
	if (!picture_init(job->picture, (int)job->in.image_width, (int)job->in.image_height,
		    &job->trouble)) {
		return FALSE;
	}
	choose_output(job);
	return read_rows(job);
}

/* Entropy decoding of everything, pixels at an eighth: finds what is damaged at a third of the
 * cost. */
static gboolean check_work(Job *job) {
	job->in.scale_num = 1;
	job->in.scale_denom = 8;
	job->check_only = TRUE;
	return read_rows(job);
}

static char *job_trouble(Job *job) {
	return job->trouble ? g_steal_pointer(&job->trouble)
			    : g_strdup_printf("it is damaged (%s)", job->message);
}

static gboolean decode(GBytes *bytes, GBytes *profile, Picture *picture, char **trouble) {
	Job job;
	job_init(&job);
	*picture = (Picture){0};
	job.bytes = g_bytes_get_data(bytes, &job.size);
	job.picture = picture;
	job.profile = profile;
	gboolean decoded = guarded(&job, decode_work);
	if (!decoded) {
		*trouble = job_trouble(&job);
		picture_finish(picture);
	}
	job_finish(&job);
	return decoded;
}

gboolean jpeg_decode(GBytes *bytes, Picture *picture, char **trouble) {
	return decode(bytes, NULL, picture, trouble);
}

static gboolean encode_work(Job *job) {
	const Picture *picture = job->picture;
	jpeg_create_compress(&job->out);
	jpeg_mem_dest(&job->out, &job->coded, &job->coded_size);
	job->out.image_width = (JDIMENSION)picture->width;
	job->out.image_height = (JDIMENSION)picture->height;
	job->out.input_components = 4;
	job->out.in_color_space = G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
	jpeg_set_defaults(&job->out);
	jpeg_set_quality(&job->out, QUALITY, TRUE);
	job->out.optimize_coding = TRUE;
	if (job->grey) {
		jpeg_set_colorspace(&job->out, JCS_GRAYSCALE);
	} else if (!job->subsampled) {
		job->out.comp_info[0].h_samp_factor = job->out.comp_info[0].v_samp_factor = 1;
	}
	jpeg_start_compress(&job->out, TRUE);
	while (job->out.next_scanline < job->out.image_height) {
		const guint32 *row =
			picture->pixels + (gsize)job->out.next_scanline * (gsize)picture->width;
		JSAMPROW rows[] = {(JSAMPROW)(gpointer)row};
		jpeg_write_scanlines(&job->out, rows, 1);
	}
	jpeg_finish_compress(&job->out);
	return TRUE;
}

static GBytes *encode(Picture *picture, gboolean grey, gboolean subsampled, char **trouble) {
	Job job;
	job_init(&job);
	job.picture = picture;
	job.grey = grey;
	job.subsampled = subsampled;
	GBytes *bytes = NULL;
	if (guarded(&job, encode_work)) {
		bytes = g_bytes_new(job.coded, job.coded_size);
	} else {
		*trouble = job_trouble(&job);
	}
	job_finish(&job);
	return bytes;
}

/* Does a profile ask for colours other than those of sRGB? */
static gboolean profile_matters(GBytes *profile, int components) {
	g_autoptr(IccTransform) transform =
		icc_transform_new(profile, components == 1 ? ICC_GREY : ICC_PIXELS);
	return transform != NULL;
}

/* Decodes, turns, converts, and codes again at a quality where no eye sees the loss: a PDF of raw
 * pixels would be ten times as large. */
static gboolean recode(const Job *head, GBytes *file, const JpegSegments *segments, JpegFile *jpeg,
	char **trouble) {
	gboolean grey = head->in.num_components == 1;
	gboolean subsampled =
		head->in.comp_info[0].h_samp_factor > 1 && head->in.num_components == 3;
	Picture picture;
	if (!decode(file, segments->profile, &picture, trouble)) {
		return FALSE;
	}
	if (picture_turn(&picture, segments->orientation, trouble)) {
		jpeg->bytes = encode(&picture, grey, subsampled, trouble);
		jpeg->width = picture.width;
		jpeg->height = picture.height;
		jpeg->components = grey ? 1 : 3;
	}
	picture_finish(&picture);
	return jpeg->bytes != NULL;
}

static gboolean passes_as_it_is(const Job *head, const JpegSegments *segments) {
	J_COLOR_SPACE space = head->in.jpeg_color_space;
	return segments->stripped && segments->huffman_8_bit && segments->orientation == 1 &&
		(space == JCS_GRAYSCALE || space == JCS_YCbCr) &&
		!profile_matters(segments->profile, head->in.num_components);
}

static gboolean load_known(
	Job *head, GBytes *file, const JpegSegments *segments, JpegFile *jpeg, char **trouble) {
	if (!picture_size_fits((int)head->in.image_width, (int)head->in.image_height, trouble)) {
		return FALSE;
	}
	if (!segments->stripped) {
		*trouble = g_strdup("it is damaged (it breaks off before its end)");
		return FALSE;
	}
	if (!passes_as_it_is(head, segments)) {
		return recode(head, file, segments, jpeg, trouble);
	}
	jpeg->width = (int)head->in.image_width;
	jpeg->height = (int)head->in.image_height;
	jpeg->components = head->in.num_components;
	if (!guarded(head, check_work)) {
		*trouble = job_trouble(head);
		return FALSE;
	}
	jpeg->bytes = g_bytes_ref(segments->stripped);
	return TRUE;
}

gboolean jpeg_load(GBytes *file, JpegFile *jpeg, char **trouble) {
	*jpeg = (JpegFile){0};
	JpegSegments segments;
	if (!jpeg_segments_read(&segments, file)) {
		jpeg_segments_finish(&segments);
		*trouble = g_strdup("it is damaged (its parts do not hang together)");
		return FALSE;
	}
	Job head;
	job_init(&head);
	head.bytes = g_bytes_get_data(file, &head.size);
	gboolean loaded = FALSE;
	if (guarded(&head, start_reading)) {
		loaded = load_known(&head, file, &segments, jpeg, trouble);
	} else {
		*trouble = job_trouble(&head);
	}
	job_finish(&head);
	jpeg_segments_finish(&segments);
	return loaded;
}
