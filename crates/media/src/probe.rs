//! What ffprobe says of a recording.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    error::{Error, Refused},
    sandbox::{Exit, Job, Limits, SOURCE, Sandbox, Tool},
    sniff::Container,
    source::Source,
};

/// What is known of a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Probe {
    /// The kind of file.
    pub container: Container,
    /// How long it plays.
    pub duration_ms: u64,
    /// The picture, when there is one.
    pub video: Option<Video>,
    /// The sound, when there is any.
    pub audio: Option<Audio>,
    /// The file ends before its own index says it should. What is there plays.
    pub cut_short: bool,
}

/// The picture of a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Video {
    /// The codec, as ffmpeg names it.
    pub codec: String,
    /// How a point of the picture is written, as ffmpeg names it.
    pub pixels: String,
    /// Width in points, before turning.
    pub width: u32,
    /// Height in points, before turning.
    pub height: u32,
    /// How many degrees clockwise the picture is turned to be seen upright: 0, 90, 180 or 270.
    pub rotation: u16,
    /// Pictures per second, on average; 0 when the file does not say.
    pub fps: f64,
}

/// The sound of a recording.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Audio {
    /// The codec, as ffmpeg names it.
    pub codec: String,
    /// How many channels.
    pub channels: u16,
    /// Samples per second.
    pub rate: u32,
}

/// The decoders that may run: those that cameras, telephones and call systems write.
const DECODERS: &str = "h264,hevc,vp8,vp9,libvpx,libvpx-vp9,av1,libdav1d,libaom-av1,mpeg4,mpeg1video,\
mpeg2video,mjpeg,h263,ffv1,prores,dvvideo,rawvideo,theora,msmpeg4v2,msmpeg4,\
aac,aac_latm,mp1float,mp2,mp2float,mp3,mp3float,opus,libopus,vorbis,libvorbis,flac,alac,ac3,eac3,\
amrnb,amrwb,libopencore_amrnb,libopencore_amrwb,speex,libspeex,adpcm_ima_wav,adpcm_ms,gsm_ms,\
pcm_u8,pcm_s8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,\
pcm_f64le,pcm_alaw,pcm_mulaw";

/// The words that come before a source in every job: one demuxer, one protocol, known decoders.
pub(crate) fn input(container: Container) -> Vec<String> {
    let mut words: Vec<String> =
        ["-v", "quiet", "-protocol_whitelist", "http,tcp", "-codec_whitelist", DECODERS]
            .map(str::to_owned)
            .into();
    words.extend(["-format_whitelist", container.demuxer()].map(str::to_owned));
    // Reading on costs less than asking anew, as long as what is skipped is small.
    words.extend(["-short_seek_size", "2097152"].map(str::to_owned));
    // Pictures larger than 8K are an attack on the memory, not a recording.
    words.extend(["-max_pixels", "33177600", "-f", container.demuxer()].map(str::to_owned));
    words
}

/// What ffprobe says, before it is held against the layout of the file.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub video: Option<Video>,
    pub audio: Option<Audio>,
    pub duration_ms: Option<u64>,
}

/// Asks ffprobe for the streams, and whether anything in the beginning can be decoded.
pub(crate) async fn ask(
    sandbox: &Sandbox,
    source: Arc<dyn Source>,
    container: Container,
) -> Result<Report, Error> {
    let mut arguments = input(container);
    arguments.extend(
        [
            "-show_entries",
            "stream=codec_type,codec_name,pix_fmt,width,height,avg_frame_rate,channels,sample_rate\
             :stream_disposition=attached_pic:stream_side_data=rotation:stream_tags=rotate\
             :format=duration:frame=media_type",
            "-show_frames",
            "-read_intervals",
            "%+#32",
            "-of",
            "json",
            "-i",
            SOURCE,
        ]
        .map(str::to_owned),
    );
    let job = Job { tool: Tool::Ffprobe, arguments, limits: Limits::SHORT };
    let (exit, output) = sandbox.start(job, source).await?.output().await?;
    if exit == Exit::Failed {
        return Err(Refused::Broken.into());
    }
    let said: Said = serde_json::from_slice(&output).map_err(|_| Refused::Broken)?;
    if said.frames.is_empty() {
        return Err(Refused::Broken.into());
    }
    Ok(said.report())
}

#[derive(Deserialize)]
struct Said {
    #[serde(default)]
    frames: Vec<serde::de::IgnoredAny>,
    #[serde(default)]
    streams: Vec<Stream>,
    #[serde(default)]
    format: Format,
}

#[derive(Deserialize, Default)]
struct Format {
    duration: Option<String>,
}

#[derive(Deserialize)]
struct Stream {
    codec_type: Option<String>,
    codec_name: Option<String>,
    pix_fmt: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
    avg_frame_rate: Option<String>,
    channels: Option<u16>,
    sample_rate: Option<String>,
    #[serde(default)]
    disposition: Disposition,
    #[serde(default)]
    side_data_list: Vec<SideData>,
    #[serde(default)]
    tags: Tags,
}

#[derive(Deserialize, Default)]
struct Disposition {
    #[serde(default)]
    attached_pic: u8,
}

#[derive(Deserialize)]
struct SideData {
    rotation: Option<f64>,
}

#[derive(Deserialize, Default)]
struct Tags {
    rotate: Option<String>,
}

impl Said {
    fn report(self) -> Report {
        let duration = self.format.duration.and_then(|seconds| seconds.parse::<f64>().ok());
        // Whole and positive, and no longer than a week: more is a mistake in the file.
        let duration = duration.filter(|seconds| *seconds > 0.0 && *seconds < 604_800.0);
        Report {
            video: self.streams.iter().find_map(Stream::video),
            audio: self.streams.iter().find_map(Stream::audio),
            duration_ms: duration.map(|seconds| (seconds * 1000.0).round() as u64),
        }
    }
}

impl Stream {
    fn is(&self, kind: &str) -> bool {
        self.codec_type.as_deref() == Some(kind)
    }

    fn video(&self) -> Option<Video> {
        // The cover of a sound file is called a video too.
        (self.is("video") && self.disposition.attached_pic == 0).then_some(())?;
        Some(Video {
            codec: self.codec_name.clone()?,
            pixels: self.pix_fmt.clone().unwrap_or_default(),
            width: self.width.filter(|width| *width > 0)?,
            height: self.height.filter(|height| *height > 0)?,
            rotation: self.rotation(),
            fps: self.avg_frame_rate.as_deref().and_then(ratio).unwrap_or(0.0),
        })
    }

    fn audio(&self) -> Option<Audio> {
        self.is("audio").then_some(())?;
        Some(Audio {
            codec: self.codec_name.clone()?,
            channels: self.channels.filter(|channels| *channels > 0)?,
            rate: self.sample_rate.as_deref()?.parse().ok().filter(|rate| *rate > 0)?,
        })
    }

    /// The display matrix counts against the clock; older files carry a tag that counts with it.
    fn rotation(&self) -> u16 {
        let matrix = self.side_data_list.iter().find_map(|data| data.rotation).map(|degrees| -degrees);
        let tag = || self.tags.rotate.as_deref().and_then(|degrees| degrees.parse::<f64>().ok());
        let degrees = matrix.or_else(tag).unwrap_or(0.0);
        let quarter = (degrees / 90.0).round().rem_euclid(4.0) as u16;
        quarter * 90
    }
}

fn ratio(text: &str) -> Option<f64> {
    let (over, under) = text.split_once('/')?;
    let (over, under): (f64, f64) = (over.parse().ok()?, under.parse().ok()?);
    (under > 0.0 && over > 0.0).then_some(over / under)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cover_is_not_a_picture_and_a_turned_telephone_is_seen_upright() {
        let said: Said = serde_json::from_str(
            r#"{"frames":[{}],"format":{"duration":"12.345000"},"streams":[
            {"codec_type":"video","codec_name":"mjpeg","width":300,"height":300,"disposition":{"attached_pic":1}},
            {"codec_type":"video","codec_name":"h264","pix_fmt":"yuv420p","width":1280,"height":720,
             "avg_frame_rate":"30000/1001","disposition":{"attached_pic":0},"side_data_list":[{},{"rotation":-90}]},
            {"codec_type":"audio","codec_name":"aac","channels":2,"sample_rate":"48000"}]}"#,
        )
        .unwrap();
        let report = said.report();
        let video = report.video.unwrap();
        assert_eq!((video.codec.as_str(), video.width, video.rotation), ("h264", 1280, 90));
        assert!((video.fps - 29.97).abs() < 0.01);
        assert_eq!(report.audio.unwrap().rate, 48_000);
        assert_eq!(report.duration_ms, Some(12_345));
    }

    #[test]
    fn impossible_lengths_count_as_unknown() {
        for text in ["0.000000", "-1", "N/A", "1e300"] {
            let said: Said =
                serde_json::from_str(&format!(r#"{{"format":{{"duration":"{text}"}}}}"#)).unwrap();
            assert_eq!(said.report().duration_ms, None, "{text}");
        }
    }
}
