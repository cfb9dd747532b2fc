using Codex.Formats.Bash;

namespace Codex.Execution.Policy.Proposals;

/// <summary>Tells redirections that reach no file.</summary>
internal static class Redirections
{
    /// <summary>Whether output is joined with other output, or thrown away.</summary>
    public static bool AreHarmless(BashRedirection redirection) => redirection switch
    {
        { Operator: ">&", Target.Raw: "1" or "2" } => true,
        { Operator: ">" or ">>" or "&>" or "&>>", Target.Raw: "/dev/null" } => true,
        _ => false,
    };
}
