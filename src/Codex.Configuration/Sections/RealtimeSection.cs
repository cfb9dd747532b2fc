using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[realtime]</c>.</summary>
public sealed record RealtimeSection
{
    /// <summary>Protocol version.</summary>
    public string? Version { get; init; }

    /// <summary>Session type.</summary>
    public string? Type { get; init; }

    /// <summary>Transport.</summary>
    public string? Transport { get; init; }

    /// <summary>Voice.</summary>
    public string? Voice { get; init; }

    internal static RealtimeSection Read(TableReader table) => new()
    {
        Version = table.Word("version", "v1", "v2"),
        Type = table.Word("type", "conversational", "transcription"),
        Transport = table.Word("transport", "webrtc", "websocket"),
        Voice = table.Word("voice", "alloy", "arbor", "ash", "ballad", "breeze", "cedar", "coral", "cove", "echo", "ember", "juniper", "maple", "marin", "sage", "shimmer", "sol", "spruce", "vale", "verse"),
    };
}
