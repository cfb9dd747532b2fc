using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Codex.Execution.Sessions;
using Codex.Formats.Json.Shapes;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Tools.BuiltIn.WriteStdin;

/// <summary>The arguments of <c>write_stdin</c>.</summary>
internal sealed record WriteStdinArguments(int SessionId, string Text, ulong YieldMilliseconds, ulong? MaximumTokens)
{
    private static readonly JsonShape s_shape = JsonShape.RecordOf(
        "WriteStdinArgs",
        new("session_id", JsonShape.Int32),
        new("chars", JsonShape.Text, JsonFieldPresence.Defaulted),
        new("yield_time_ms", JsonShape.UInt64, JsonFieldPresence.Defaulted),
        new("max_output_tokens", JsonShape.Size, JsonFieldPresence.Nullable));

    internal static bool TryParse(string json, [NotNullWhen(true)] out WriteStdinArguments? arguments, [NotNullWhen(false)] out string? error)
    {
        var fits = JsonShapeCheck.TryParse(json, s_shape, out var root, out error);
        arguments = fits ? Read(root) : null;
        return fits;
    }

    private static WriteStdinArguments Read(JsonElement root) => new(
        root.GetProperty("session_id").GetInt32(),
        root.Text("chars") ?? "",
        root.Number("yield_time_ms") ?? YieldTimes.DefaultWriteMilliseconds,
        root.Number("max_output_tokens"));
}
