namespace Codex.Cli.CommandLine;

/// <summary>Options of the root that not every command understands when they stand in front of it.</summary>
[Flags]
internal enum RootOptions
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><c>--profile</c>.</summary>
    Profile = 1,

    /// <summary><c>--strict-config</c>.</summary>
    StrictConfig = 2,

    /// <summary><c>--remote</c> and <c>--remote-auth-token-env</c>.</summary>
    Remote = 4,
}
