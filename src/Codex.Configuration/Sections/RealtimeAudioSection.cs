using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[audio]</c>.</summary>
public sealed record RealtimeAudioSection
{
    /// <summary>Input device.</summary>
    public string? Microphone { get; init; }

    /// <summary>Output device.</summary>
    public string? Speaker { get; init; }

    internal static RealtimeAudioSection Read(TableReader table) => new()
    {
        Microphone = table.String("microphone"),
        Speaker = table.String("speaker"),
    };
}
