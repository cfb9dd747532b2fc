using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Codex.Engine.Context.Permissions;

/// <summary>The list of allowed command prefixes: shortest first, at most 100 lines and 5,000 characters.</summary>
internal static class CommandPrefixes
{
    private const int MostPrefixes = 100;
    private const int MostCharacters = 5000;
    private const string More = "\n[more prefixes are not shown]";

    public static string Render(IReadOnlyList<IReadOnlyList<string>> prefixes)
    {
        List<IReadOnlyList<string>> sorted = [.. prefixes];
        sorted.Sort(Compare);
        var text = new StringBuilder();
        for (var index = 0; index < Math.Min(sorted.Count, MostPrefixes); index++)
        {
            text.Append(index == 0 ? "- [" : "\n- [").AppendJoin(", ", sorted[index].Select(Quote)).Append(']');
        }

        var isCut = text.Length > MostCharacters || sorted.Count > MostPrefixes;
        text.Length = Math.Min(text.Length, MostCharacters);
        return isCut ? text.Append(More).ToString() : text.ToString();
    }

    private static string Quote(string word) => $"\"{JsonEncodedText.Encode(word, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static int Compare(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var byCount = left.Count.CompareTo(right.Count);
        var bySize = byCount != 0 ? byCount : Size(left).CompareTo(Size(right));
        for (var index = 0; bySize == 0 && index < left.Count; index++)
        {
            bySize = string.CompareOrdinal(left[index], right[index]);
        }

        return bySize;
    }

    private static int Size(IReadOnlyList<string> prefix) => prefix.Sum(Encoding.UTF8.GetByteCount);
}
