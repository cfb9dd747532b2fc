using System.Text;

namespace Codex.Formats.Text.Templates;

/// <summary>
/// Text with placeholders: <c>{{ name }}</c> stands for a value, <c>{{{{</c> and <c>}}}}</c> for literal braces.
/// Strict: every placeholder needs a value and every value a placeholder.
/// </summary>
public sealed class Template
{
    private readonly IReadOnlyList<TemplatePart> _parts;
    private readonly HashSet<string> _names;

    private Template(IReadOnlyList<TemplatePart> parts)
    {
        _parts = parts;
        _names = [.. parts.Where(part => part.IsPlaceholder).Select(part => part.Text)];
    }

    /// <summary>The names of the placeholders, each once.</summary>
    public IReadOnlyCollection<string> Placeholders => _names;

    /// <summary>Reads a template; a <see cref="TemplateException"/> says what is malformed.</summary>
    public static Template Parse(string source) => new(new TemplateParser(source).Parse());

    /// <summary>Puts the values in; a <see cref="TemplateException"/> names a value that is missing, unused or given twice.</summary>
    public string Render(IEnumerable<KeyValuePair<string, string>> values)
    {
        var known = Collect(values);
        foreach (var name in _names)
        {
            if (!known.ContainsKey(name))
                throw new TemplateException($"no value for `{name}`");
        }

        var result = new StringBuilder();
        foreach (var part in _parts)
            result.Append(part.IsPlaceholder ? known[part.Text] : part.Text);
        return result.ToString();
    }

    private Dictionary<string, string> Collect(IEnumerable<KeyValuePair<string, string>> values)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            if (!_names.Contains(name))
                throw new TemplateException($"the template has no placeholder `{name}`");
            if (!known.TryAdd(name, value))
                throw new TemplateException($"`{name}` has two values");
        }

        return known;
    }
}
