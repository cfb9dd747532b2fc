using System.Text;

namespace Codex.Execution.Patching;

/// <summary>The files that a patch changed, as the command lists them: added, then modified, then deleted.</summary>
internal sealed class PatchSummary
{
    private readonly List<string> _added = [];
    private readonly List<string> _modified = [];
    private readonly List<string> _deleted = [];

    internal void Add(string path) => _added.Add(path);

    internal void Modify(string path) => _modified.Add(path);

    internal void Delete(string path) => _deleted.Add(path);

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder("Success. Updated the following files:\n");
        Append(text, 'A', _added);
        Append(text, 'M', _modified);
        Append(text, 'D', _deleted);
        return text.ToString();
    }

    private static void Append(StringBuilder text, char letter, List<string> paths)
    {
        foreach (var path in paths)
            text.Append(letter).Append(' ').Append(path).Append('\n');
    }
}
