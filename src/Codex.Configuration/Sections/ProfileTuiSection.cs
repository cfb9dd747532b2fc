using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[profiles.x.tui]</c>.</summary>
public sealed record ProfileTuiSection
{
    /// <summary>Layout of the session picker.</summary>
    public string? SessionPickerView { get; init; }

    internal static ProfileTuiSection Read(TableReader table)
    {
        table.DenyUnknown("session_picker_view");
        return new ProfileTuiSection
        {
            SessionPickerView = table.Word("session_picker_view", "comfortable", "dense"),
        };
    }
}
