using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[hooks]</c>: programs run on events, and the user's decisions about them.</summary>
public sealed record HooksSection
{
    private static readonly string[] s_events =
    [
        "PreToolUse", "PermissionRequest", "PostToolUse", "PreCompact", "PostCompact", "SessionStart", "UserPromptSubmit",
        "SubagentStart", "SubagentStop", "Stop",
    ];

    /// <summary>Groups by event.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<HookGroupSection>> Events { get; init; } =
        new Dictionary<string, IReadOnlyList<HookGroupSection>>();

    /// <summary>Decisions by hook.</summary>
    public IReadOnlyDictionary<string, HookStateSection>? State { get; init; }

    internal static HooksSection Read(TableReader table)
    {
        table.IgnoreUnknown();
        return new HooksSection
        {
            Events = table.Flattened(ReadEvents),
            State = table.Map("state", "struct HookStateToml", HookStateSection.Read),
        };
    }

    /// <summary>Hooks without decisions, flattened into a table with fields of its own.</summary>
    internal static HooksSection ReadEventsOnly(TableReader table) => new() { Events = table.Flattened(ReadEvents) };

    private static Dictionary<string, IReadOnlyList<HookGroupSection>> ReadEvents(TableReader table)
    {
        var events = new Dictionary<string, IReadOnlyList<HookGroupSection>>(StringComparer.Ordinal);
        foreach (var name in s_events)
        {
            if (table.Sections(name, "struct MatcherGroup", HookGroupSection.Read) is { } groups)
                events.Add(name, groups);
        }

        return events;
    }
}
