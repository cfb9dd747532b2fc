using System.Text.RegularExpressions;

namespace Codex.Parity.Tests.Harness;

/// <summary>Completion scripts without their prose, which is ours.</summary>
internal static partial class CompletionScript
{
    internal static string WithoutProse(string shell, string script) => shell switch
    {
        "zsh" => ZshValue().Replace(ZshCommand().Replace(ZshArgument().Replace(ZshOption().Replace(script, "[]"), " -- T"), "'$1:T' \\"), "\\:\"T\""),
        "fish" => Comment().Replace(FishValue().Replace(FishText().Replace(script, "-d 'T'"), "\\t'T'"), "#"),
        "elvish" => Elvish().Replace(script, "$1 'T'"),
        "powershell" => PowerShell().Replace(script, "$1, 'T')"),
        _ => script,
    };

    [GeneratedRegex(@"\[(?!\$)(?:\\\]|[^\]\n])*\](?=[:'])")]
    private static partial Regex ZshOption();

    [GeneratedRegex(@" -- .*?(?=(?<!\\):[^:]*' \\$)", RegexOptions.Multiline)]
    private static partial Regex ZshArgument();

    [GeneratedRegex(@"^'([a-z0-9-]+):.+' \\$", RegexOptions.Multiline)]
    private static partial Regex ZshCommand();

    [GeneratedRegex(@"\\:"".*?""$|\\:"".*""(?=\)\))", RegexOptions.Multiline)]
    private static partial Regex ZshValue();

    [GeneratedRegex(@"-d '(\\'|[^'])*'")]
    private static partial Regex FishText();

    [GeneratedRegex(@"\\t'.+'")]
    private static partial Regex FishValue();

    [GeneratedRegex(@"^\s*#.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(cand \S+) '.*'$", RegexOptions.Multiline)]
    private static partial Regex Elvish();

    [GeneratedRegex(@"(ParameterName|ParameterValue), '.*'\)$", RegexOptions.Multiline)]
    private static partial Regex PowerShell();
}
