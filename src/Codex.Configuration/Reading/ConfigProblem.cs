namespace Codex.Configuration.Reading;

/// <summary>Why a value cannot be used.</summary>
/// <param name="Message">The reason, in serde's words.</param>
/// <param name="Keys">The keys shown in the message's second line.</param>
/// <param name="Location">The steps that lead to the place in a file.</param>
internal sealed record ConfigProblem(string Message, IReadOnlyList<string> Keys, IReadOnlyList<string> Location)
{
    /// <summary>The reason with the line that names the key, as shown when no file can be named.</summary>
    public string Text => Keys.Count == 0 ? Message + "\n" : $"{Message}\nin `{string.Join('.', Keys)}`\n";
}
