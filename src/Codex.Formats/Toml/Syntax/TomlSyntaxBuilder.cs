using System.Text;
using Codex.Formats.Toml.Parsing;

namespace Codex.Formats.Toml.Syntax;

/// <summary>Cuts a source into sections and entries; whatever lies between two of them leads the second.</summary>
internal sealed class TomlSyntaxBuilder(byte[] source) : ITomlSyntaxObserver
{
    private int _consumed;

    public List<TomlSyntaxSection> Sections { get; } = [new()];

    /// <summary>What follows the last entry.</summary>
    public string TakeRest() => Take(source.Length);

    public void OnHeader(TomlSpan span, IReadOnlyList<TomlKeyPart> path, bool isArray, int lineEnd) => Sections.Add(new TomlSyntaxSection
    {
        Leading = Take(span.Start),
        Header = Take(span.End),
        Trailing = Take(lineEnd),
        Path = Texts(path),
        IsArrayElement = isArray,
    });

    public void OnAssignment(TomlSpan keySpan, IReadOnlyList<TomlKeyPart> path, TomlSpan valueSpan, int lineEnd) =>
        Sections[^1].Entries.Add(new TomlSyntaxEntry
        {
            Leading = Take(keySpan.Start),
            Key = Take(keySpan.End),
            Separator = Take(valueSpan.Start),
            Value = Take(valueSpan.End),
            Trailing = Take(lineEnd),
            Path = Texts(path),
        });

    private static string[] Texts(IReadOnlyList<TomlKeyPart> path) => [.. path.Select(static part => part.Text)];

    private string Take(int end)
    {
        var text = Encoding.UTF8.GetString(source, _consumed, end - _consumed);
        _consumed = end;
        return text;
    }
}
