namespace Codex.Cli.Commands;

/// <summary>Names of configuration profiles: they become file names, so they must be plain.</summary>
internal static class ProfileName
{
    /// <summary>Why a name is not acceptable; null when it is.</summary>
    public static string? WhyNot(string name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_'))
                return Refusal(name);
        }

        return name.Length == 0 ? Refusal(name) : null;
    }

    private static string Refusal(string name) => $"invalid --profile value `{name}`; pass a plain name such as `work`";
}
