using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary><c>[tui]</c>: the terminal interface.</summary>
public sealed record TuiSection
{
    /// <summary>Whether and about what notifications are sent.</summary>
    public TuiNotifications? Notifications { get; init; }

    /// <summary>How.</summary>
    public string? NotificationMethod { get; init; }

    /// <summary>When.</summary>
    public string? NotificationCondition { get; init; }

    /// <summary>Whether there are animations.</summary>
    public bool Animations { get; init; } = true;

    /// <summary>Whether tooltips are shown.</summary>
    public bool ShowTooltips { get; init; } = true;

    /// <summary>Whether the composer starts in vim mode.</summary>
    public bool VimModeDefault { get; init; }

    /// <summary>Whether the transcript starts raw.</summary>
    public bool RawOutputMode { get; init; }

    /// <summary>Use of the alternate screen.</summary>
    public string? AlternateScreen { get; init; }

    /// <summary>Items of the status line.</summary>
    public IReadOnlyList<string>? StatusLine { get; init; }

    /// <summary>Whether it is coloured.</summary>
    public bool StatusLineUseColors { get; init; } = true;

    /// <summary>Items of the terminal title.</summary>
    public IReadOnlyList<string>? TerminalTitle { get; init; }

    /// <summary>Syntax theme.</summary>
    public string? Theme { get; init; }

    /// <summary>Pet id.</summary>
    public string? Pet { get; init; }

    /// <summary>Where the pet sits.</summary>
    public string? PetAnchor { get; init; }

    /// <summary>Layout of the session picker.</summary>
    public string? SessionPickerView { get; init; }

    /// <summary>Key bindings.</summary>
    public TuiKeymapSection? Keymap { get; init; }

    /// <summary>How often a model was announced.</summary>
    public IReadOnlyDictionary<string, TomlValue>? ModelAvailabilityNux { get; init; }

    /// <summary>Rows that are laid out anew after a resize; 0 for all.</summary>
    public long? TerminalResizeReflowMaxRows { get; init; }

    internal static TuiSection Read(TableReader table)
    {
        table.IgnoreUnknown();
        return new TuiSection
        {
            Notifications = table.Flattened(TuiNotifications.ReadOptional),
            NotificationMethod = table.Flattened(t => t.Word("notification_method", "auto", "osc9", "bel")),
            NotificationCondition = table.Flattened(t => t.Word("notification_condition", "unfocused", "always")),
            Animations = table.Boolean("animations") ?? true,
            ShowTooltips = table.Boolean("show_tooltips") ?? true,
            VimModeDefault = table.Boolean("vim_mode_default") ?? false,
            RawOutputMode = table.Boolean("raw_output_mode") ?? false,
            AlternateScreen = table.Word("alternate_screen", "auto", "always", "never"),
            StatusLine = table.Strings("status_line"),
            StatusLineUseColors = table.Boolean("status_line_use_colors") ?? true,
            TerminalTitle = table.Strings("terminal_title"),
            Theme = table.String("theme"),
            Pet = table.String("pet"),
            PetAnchor = table.Word("pet_anchor", "composer", "screen-bottom"),
            SessionPickerView = table.Word("session_picker_view", "comfortable", "dense"),
            Keymap = table.Section("keymap", "struct TuiKeymap", TuiKeymapSection.Read),
            ModelAvailabilityNux = ScalarMaps.ShownCounts(table),
            TerminalResizeReflowMaxRows = table.Integer("terminal_resize_reflow_max_rows", IntegerKind.Usize),
        };
    }
}
