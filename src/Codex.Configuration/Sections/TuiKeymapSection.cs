using Codex.Configuration.Reading;
using Codex.Formats.Toml;

namespace Codex.Configuration.Sections;

/// <summary><c>[tui.keymap]</c>: bindings by context and action. Unknown contexts and actions are errors at all times.</summary>
public sealed record TuiKeymapSection
{
    private static readonly Dictionary<string, string[]> s_actions = new(StringComparer.Ordinal)
    {
        ["global"] =
        [
            "open_transcript", "open_external_editor", "copy", "clear_terminal", "submit", "queue", "toggle_shortcuts",
            "toggle_vim_mode", "toggle_fast_mode", "toggle_raw_output",
        ],
        ["chat"] =
        [
            "interrupt_turn", "decrease_reasoning_effort", "increase_reasoning_effort", "edit_queued_message",
        ],
        ["composer"] =
        [
            "submit", "queue", "toggle_shortcuts", "history_search_previous", "history_search_next",
        ],
        ["editor"] =
        [
            "insert_newline", "move_left", "move_right", "move_up", "move_down", "move_word_left", "move_word_right",
            "move_line_start", "move_line_end", "delete_backward", "delete_forward", "delete_backward_word",
            "delete_forward_word", "kill_line_start", "kill_whole_line", "kill_line_end", "yank",
        ],
        ["vim_normal"] =
        [
            "enter_insert", "append_after_cursor", "append_line_end", "insert_line_start", "open_line_below", "open_line_above",
            "move_left", "move_right", "move_up", "move_down", "move_word_forward", "move_word_backward", "move_word_end",
            "move_line_start", "move_line_end", "delete_char", "substitute_char", "delete_to_line_end", "change_to_line_end",
            "yank_line", "paste_after", "start_delete_operator", "start_yank_operator", "start_change_operator",
            "cancel_operator",
        ],
        ["vim_operator"] =
        [
            "delete_line", "yank_line", "motion_left", "motion_right", "motion_up", "motion_down", "motion_word_forward",
            "motion_word_backward", "motion_word_end", "motion_line_start", "motion_line_end", "select_inner_text_object",
            "select_around_text_object", "cancel",
        ],
        ["vim_text_object"] =
        [
            "word", "big_word", "parentheses", "brackets", "braces", "double_quote", "single_quote", "backtick", "cancel",
        ],
        ["pager"] =
        [
            "scroll_up", "scroll_down", "page_up", "page_down", "half_page_up", "half_page_down", "jump_top", "jump_bottom",
            "close", "close_transcript",
        ],
        ["list"] =
        [
            "move_up", "move_down", "move_left", "move_right", "page_up", "page_down", "jump_top", "jump_bottom", "accept",
            "cancel",
        ],
        ["approval"] =
        [
            "open_fullscreen", "open_thread", "approve", "approve_for_session", "approve_for_prefix", "deny", "decline",
            "cancel",
        ],
    };

    /// <summary>Key specifications by context, then action; an empty list unbinds.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Bindings { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>();

    internal static TuiKeymapSection Read(TableReader table)
    {
        table.DenyUnknown([.. s_actions.Keys]);
        var contexts = new Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>>(StringComparer.Ordinal);
        foreach (var (name, actions) in s_actions)
        {
            if (table.Section(name, "struct " + StructName(name), nested => ReadActions(nested, actions)) is { } bindings)
                contexts.Add(name, bindings);
        }

        return new TuiKeymapSection { Bindings = contexts };
    }

    private static string StructName(string context) =>
        "Tui" + string.Concat(context.Split('_').Select(static part => char.ToUpperInvariant(part[0]) + part[1..])) + "Keymap";

    private static Dictionary<string, IReadOnlyList<string>> ReadActions(TableReader table, string[] actions)
    {
        table.DenyUnknown(actions);
        var bindings = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var action in actions)
        {
            if (ReadKeys(table, action) is { } keys)
                bindings.Add(action, keys);
        }

        return bindings;
    }

    private static IReadOnlyList<string>? ReadKeys(TableReader table, string action) => table.Raw(action) switch
    {
        null => null,
        TomlString key when KeyBindingText.Normalize(key.Value) is { } text => [text],
        TomlArray keys when keys.Items.All(static key => key is TomlString text && KeyBindingText.Normalize(text.Value) is not null) =>
            [.. keys.Items.Select(static key => KeyBindingText.Normalize(((TomlString)key).Value)!)],
        _ => table.Reject<IReadOnlyList<string>>(action, Untagged.NoMatch("KeybindingsSpec")),
    };
}
