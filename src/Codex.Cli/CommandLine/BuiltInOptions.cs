namespace Codex.Cli.CommandLine;

/// <summary>The options that commands have without naming them: <c>--help</c> everywhere, <c>--version</c> where there is one.</summary>
internal static class BuiltInOptions
{
    /// <summary>Long name of the option that prints the version.</summary>
    public const string Version = "version";

    /// <summary>The built-in option with a long name.</summary>
    public static OptionSpec? Find(CommandSpec spec, string name) => All(spec).FirstOrDefault(option => option.Long == name);

    /// <summary>The built-in option with a short name.</summary>
    public static OptionSpec? Find(CommandSpec spec, char letter) => All(spec).FirstOrDefault(option => option.Short == letter);

    /// <summary>Those of a command.</summary>
    public static IEnumerable<OptionSpec> All(CommandSpec spec)
    {
        if (!spec.TakesNoOptions)
            yield return new OptionSpec { Long = "help", Short = 'h', Help = "Print help (see more with '--help')" };
        if (spec.VersionName is not null)
            yield return new OptionSpec { Long = Version, Short = 'V', Help = "Print version" };
    }
}
