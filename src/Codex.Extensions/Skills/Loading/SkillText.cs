using System.Text;
using Codex.Platform;

namespace Codex.Extensions.Skills.Loading;

/// <summary>Reads the text of a skill.</summary>
internal static class SkillText
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The whole file, a byte order mark included.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    public static string Read(string path) => s_strict.GetString(File.ReadAllBytes(path));

    /// <summary>Words a failure of <see cref="Read"/>.</summary>
    public static string Describe(Exception error) =>
        error is DecoderFallbackException ? "stream did not contain valid UTF-8" : Errno.Describe(error);
}
