using System.Globalization;

namespace Codex.Configuration.Sections;

/// <summary>The text of a key binding: modifiers, then one key, joined by hyphens (<c>config/src/tui_keymap.rs</c>).</summary>
internal static class KeyBindingText
{
    private static readonly string[] s_names =
    [
        "enter", "tab", "backspace", "esc", "delete", "up", "down", "left", "right", "home", "end", "page-up", "page-down", "space", "minus",
    ];

    /// <summary>The binding with the usual names of its parts, or null when it is none.</summary>
    public static string? Normalize(string text)
    {
        string[] parts = text.Trim().ToLowerInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries);
        var modifiers = parts.TakeWhile(static part => Modifier(part) is not null).Select(static part => Modifier(part)!).ToArray();
        var rest = parts[modifiers.Length..];
        if (rest.Length == 0 || modifiers.Distinct().Count() < modifiers.Length || rest.Any(static part => Modifier(part) is not null))
            return null;
        return Key(string.Join('-', rest)) is { } key ? string.Join('-', [.. modifiers.OrderBy(Rank), key]) : null;
    }

    private static int Rank(string modifier) => modifier switch { "ctrl" => 0, "alt" => 1, _ => 2 };

    private static string? Modifier(string part) => part switch
    {
        "ctrl" or "control" => "ctrl",
        "alt" or "option" => "alt",
        "shift" => "shift",
        _ => null,
    };

    private static string? Key(string name)
    {
        var usual = name switch
        {
            "escape" => "esc",
            "return" => "enter",
            "spacebar" => "space",
            "pgup" or "pageup" => "page-up",
            "pgdn" or "pagedown" => "page-down",
            "del" => "delete",
            _ => name,
        };
        var isCharacter = usual.Length == 1 && char.IsAscii(usual[0]) && !char.IsControl(usual[0]);
        return isCharacter || s_names.Contains(usual) || IsFunctionKey(usual) ? usual : null;
    }

    private static bool IsFunctionKey(string name) =>
        name.StartsWith('f') && byte.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12;
}
