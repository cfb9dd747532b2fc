using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Codex.Execution.Sessions;
using Codex.Formats.Text;

namespace Codex.Tools.BuiltIn.ShellCommand;

/// <summary>Words the outcome of a plain command as the model reads it.</summary>
internal static class ShellCommandText
{
    /// <summary>What a timed-out command counts as, as with coreutils' <c>timeout</c>.</summary>
    internal const int TimeoutCode = 124;

    /// <summary>What Windows code page 1252 has where Latin-1 has control characters.</summary>
    private const string CodePage1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    /// <summary>The exit code that is shown.</summary>
    internal static int ExitCodeOf(CapturedRun run) => run.TimedOut ? TimeoutCode : run.Status.Code ?? -1;

    /// <summary>The whole answer.</summary>
    internal static string Of(CapturedRun run, string output, TruncationPolicy policy)
    {
        var content = run.TimedOut
            ? string.Create(CultureInfo.InvariantCulture, $"command timed out after {(long)run.Duration.TotalMilliseconds} milliseconds\n{output}")
            : output;
        var shown = MiddleTruncation.Truncate(content, policy);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Exit code: {ExitCodeOf(run)}\nWall time: {Seconds(run.Duration)} seconds\n");
        if (LineCount.Of(content) is var lines && lines != LineCount.Of(shown))
            text.Append(CultureInfo.InvariantCulture, $"Total output lines: {lines}\n");
        return text.Append("Output:\n").Append(shown).ToString();
    }

    /// <summary>Text of any encoding: UTF-8, or else code page 1252, which has a character for every byte.</summary>
    internal static string Decode(byte[] output) => Utf8.IsValid(output)
        ? Encoding.UTF8.GetString(output)
        : string.Create(output.Length, output, static (text, bytes) =>
        {
            for (var index = 0; index < bytes.Length; index++)
                text[index] = bytes[index] is >= 0x80 and < 0xA0 and var special ? CodePage1252[special - 0x80] : (char)bytes[index];
        });

    private static string Seconds(TimeSpan duration) =>
        (Math.Round((float)duration.TotalSeconds * 10f, MidpointRounding.AwayFromZero) / 10.0).ToString("0.#", CultureInfo.InvariantCulture);
}
