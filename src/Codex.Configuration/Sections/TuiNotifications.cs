using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary><c>tui.notifications</c>: a switch, or the names of the events that are told about.</summary>
/// <param name="IsEnabled">The switch; true when events are listed.</param>
/// <param name="Events">The events, or null for all of them.</param>
public sealed record TuiNotifications(bool IsEnabled, IReadOnlyList<string>? Events)
{
    internal static TuiNotifications? ReadOptional(TableReader table) => table.Raw("notifications") switch
    {
        null => null,
        TomlBoolean enabled => new TuiNotifications(enabled.Value, Events: null),
        TomlArray events when events.Items.All(static item => item is TomlString) =>
            new TuiNotifications(IsEnabled: true, [.. events.Items.Select(static item => ((TomlString)item).Value)]),
        _ => table.Reject<TuiNotifications>("notifications", Untagged.NoMatch("Notifications")),
    };
}
