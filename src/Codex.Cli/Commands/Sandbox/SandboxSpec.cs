using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Sandbox;

/// <summary><c>codex sandbox</c>.</summary>
internal static class SandboxSpec
{
    internal const string PermissionsProfile = "permissions-profile";
    internal const string AllowUnixSocket = "allow-unix-socket";
    internal const string LogDenials = "log-denials";
    internal const string IncludeManaged = "include-managed-config";

    public static CommandSpec Sandbox() => new()
    {
        Name = "sandbox",
        About = "Run a command in the sandbox",
        Options =
        [
            new() { Long = PermissionsProfile, ValueName = "NAME", Help = "The permissions profile to apply" },
            SharedOptions.Profile("CONFIG_PROFILE"),
            new()
            {
                Long = "cd",
                Short = 'C',
                ValueName = "DIR",
                Kind = ValueKind.Path,
                Help = "Directory that the profile is resolved for and the command runs in",
                Requires = [PermissionsProfile],
            },
            new() { Long = IncludeManaged, Help = "Respect managed requirements when the profile is resolved", Requires = [PermissionsProfile] },
            .. OperatingSystem.IsMacOS() ? [SocketOption(), LogOption()] : Array.Empty<OptionSpec>(),
        ],
        Arguments = [new ArgumentSpec { Name = "COMMAND", Repeatable = true, EndsOptions = true, Help = "The command with its arguments" }],
        Accepts = RootOptions.Profile,
        Run = SandboxRunCommand.RunAsync,
    };

    // Elsewhere local sockets are a matter of namespaces; the original has the option on macOS only, too.
    private static OptionSpec SocketOption() => new()
    {
        Long = AllowUnixSocket,
        ValueName = "PATH",
        Kind = ValueKind.Path,
        Repeatable = true,
        Help = "Allow the command to use local sockets at or below this path",
    };

    private static OptionSpec LogOption() => new() { Long = LogDenials, Help = "Show at the end what the sandbox refused" };
}
