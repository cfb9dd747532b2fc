using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.AppServer;

/// <summary><c>codex app-server</c> and the commands below it.</summary>
internal static class AppServerSpec
{
    public static CommandSpec AppServer() => new()
    {
        Name = "app-server",
        About = "[experimental] Serve front-ends, or use the server's tools",
        SubcommandsFirst = true,
        Options = [SharedOptions.StrictConfig(), .. Transport(), .. WebSocketAuth()],
        Subcommands = [DaemonSpec.Daemon(), Proxy(), GenerateTypeScript(), GenerateJsonSchema(), GenerateInternalJsonSchema()],
        Accepts = RootOptions.StrictConfig,
    };

    private static OptionSpec[] Transport() =>
    [
        new()
        {
            Long = "listen",
            ValueName = "URL",
            Help = "Where to listen: `stdio://`, `unix://`, `unix://PATH`, `ws://IP:PORT` or `off`",
            DefaultValue = "stdio://",
            Check = ListenAddress.WhyNot,
        },
        new() { Long = "stdio", Help = "Use standard input and output, like `--listen stdio://`", Conflicts = ["listen"] },
        new() { Long = "remote-control", Hidden = true, Help = "Switch remote control on for this server" },
        new()
        {
            Long = "analytics-default-enabled",
            Help = "Send analytics unless the configuration says otherwise",
            LongHelp = "A server sends none by default: users opt in with `enabled = true` in the table `[analytics]` of config.toml. Front-ends of the vendor pass this flag, and then users opt out with `enabled = false`.",
        },
    ];

    private static OptionSpec[] WebSocketAuth() =>
    [
        new() { Long = "ws-auth", ValueName = "MODE", Help = "How clients on other machines prove themselves", PossibleValues = ["capability-token", "signed-bearer-token"] },
        new() { Long = "ws-token-file", ValueName = "PATH", Kind = ValueKind.Path, Help = "Absolute path of the file with the capability token" },
        new() { Long = "ws-token-sha256", ValueName = "HEX", Help = "SHA-256 of the capability token, in hexadecimal" },
        new() { Long = "ws-shared-secret-file", ValueName = "PATH", Kind = ValueKind.Path, Help = "Absolute path of the file with the secret that signs bearer tokens" },
        new() { Long = "ws-issuer", ValueName = "ISSUER", Help = "Issuer that signed tokens must name" },
        new() { Long = "ws-audience", ValueName = "AUDIENCE", Help = "Audience that signed tokens must name" },
        new() { Long = "ws-max-clock-skew-seconds", ValueName = "SECONDS", Help = "How far the clocks of both sides may differ", Check = NumberCheck.UnsignedLong },
    ];

    private static CommandSpec Proxy() => new()
    {
        Name = "proxy",
        About = "Connect standard input and output with the running server's socket",
        Options = [new() { Long = ProxyCommand.SocketOption, ValueName = "SOCKET_PATH", Help = "Path of the server's Unix socket" }],
        Run = ProxyCommand.RunAsync,
    };

    private static CommandSpec GenerateTypeScript() => new()
    {
        Name = "generate-ts",
        About = "[experimental] Write the protocol as TypeScript",
        Options =
        [
            OutputDirectory("Directory for the .ts files"),
            new() { Long = GenerateCommand.PrettierOption, Short = 'p', ValueName = "PRETTIER_BIN", Kind = ValueKind.Path, Help = "A Prettier executable that formats the files" },
            Experimental(),
        ],
        Run = GenerateCommand.TypeScriptAsync,
    };

    private static CommandSpec GenerateJsonSchema() => new()
    {
        Name = "generate-json-schema",
        About = "[experimental] Write the protocol as JSON schemas",
        Options = [OutputDirectory("Directory for the schemas"), Experimental()],
        Run = GenerateCommand.SchemasAsync,
    };

    private static CommandSpec GenerateInternalJsonSchema() => new()
    {
        Name = "generate-internal-json-schema",
        About = "[internal] Write the JSON schemas that the project's own tools use",
        Hidden = true,
        Options = [OutputDirectory("Directory for the schemas")],
        Run = GenerateCommand.InternalSchemasAsync,
    };

    private static OptionSpec OutputDirectory(string help) =>
        new() { Long = GenerateCommand.OutputOption, Short = 'o', ValueName = "DIR", Kind = ValueKind.Path, Required = true, Help = help };

    private static OptionSpec Experimental() => new() { Long = GenerateCommand.ExperimentalOption, Help = "Include experimental methods and fields" };
}
