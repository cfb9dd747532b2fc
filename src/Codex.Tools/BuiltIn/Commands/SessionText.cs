using System.Globalization;
using System.Text;
using Codex.Execution.Sessions;
using Codex.Formats.Text;
using Codex.Platform.Identifiers;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Words the answer of a session as the model reads it.</summary>
internal static class SessionText
{
    private const long DefaultTokens = 10_000;

    /// <summary>The answer with all its header lines.</summary>
    internal static string Of(SessionAnswer answer, ulong? askedTokens, TruncationPolicy policy, IIdSource ids)
    {
        var text = new StringBuilder();
        AppendChunkId(text, ids);
        text.Append(CultureInfo.InvariantCulture, $"Wall time: {answer.WallTime.TotalSeconds:F4} seconds\n");
        if (answer.ExitCode is { } exitCode)
            text.Append(CultureInfo.InvariantCulture, $"Process exited with code {exitCode}\n");
        if (answer.SessionId is { } session)
            text.Append(CultureInfo.InvariantCulture, $"Process running with session ID {session}\n");
        text.Append(CultureInfo.InvariantCulture, $"Original token count: {OutputText.Tokens(answer.Output)}\n");
        return text.Append("Output:\n").Append(OutputText.Truncate(answer.Output, Budget(askedTokens, policy))).ToString();
    }

    /// <summary>The answer for a command that was run as a patch.</summary>
    internal static string OfPatch(string output, ulong? askedTokens, TruncationPolicy policy) =>
        "Wall time: 0.0000 seconds\nOutput:\n" + MiddleTruncation.TruncateWithLineCount(output, Budget(askedTokens, policy));

    /// <summary>What the call asks for, or the default, but no more than the model's policy.</summary>
    private static TruncationPolicy Budget(ulong? askedTokens, TruncationPolicy policy)
    {
        var asked = (long)Math.Min(askedTokens ?? DefaultTokens, long.MaxValue / 8);
        return new(TruncationUnit.Tokens, Math.Min(asked, policy.TokenLimit));
    }

    private static void AppendChunkId(StringBuilder text, IIdSource ids) =>
        text.Append(CultureInfo.InvariantCulture, $"Chunk ID: {ids.Next(0, 1 << 24):x6}\n");
}
