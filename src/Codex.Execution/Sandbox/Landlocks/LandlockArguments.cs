using System.Globalization;
using Codex.Execution.Sandbox.Namespaces;
using Codex.Platform.Linux;

namespace Codex.Execution.Sandbox.Landlocks;

/// <summary>The command line between us and our helper when Landlock is all that the kernel offers; both are the same executable.</summary>
internal static class LandlockArguments
{
    /// <summary>The word behind the helper's name that chooses this way.</summary>
    public const string Mode = "--landlock";

    private static readonly string[] s_shell = ["sh", "-c", "exec \"$@\"", "sh"];

    /// <summary>All arguments, the one with index 0 included.</summary>
    public static IReadOnlyList<string> Write(IReadOnlyList<LandlockRule> rules, IReadOnlyList<string> command)
    {
        List<string> arguments = [NamespaceArguments.HelperName, NamespaceArguments.HelperName, Mode];
        foreach (var rule in rules)
        {
            arguments.Add(((ulong)rule.Access).ToString("x", CultureInfo.InvariantCulture));
            arguments.Add(rule.Path);
        }

        return [.. arguments, NamespaceArguments.CommandMark, .. command];
    }

    /// <summary>Reads what follows <see cref="Mode"/>: the rules, and the arguments of <c>/bin/sh</c> that become the command.</summary>
    /// <exception cref="ArgumentException">There is no command.</exception>
    public static (IReadOnlyList<LandlockRule> Rules, IReadOnlyList<string> Command) Read(IReadOnlyList<string> arguments)
    {
        var rules = new List<LandlockRule>();
        for (var index = 0; index + 1 < arguments.Count; index += 2)
        {
            if (arguments[index] == NamespaceArguments.CommandMark)
                return (rules, [.. s_shell, .. arguments.Skip(index + 1)]);
            rules.Add(new(arguments[index + 1], (LandlockAccess)ulong.Parse(arguments[index], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        }

        throw new ArgumentException("there is no command");
    }
}
