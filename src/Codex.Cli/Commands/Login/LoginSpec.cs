using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Login;

/// <summary><c>codex login</c> and the command below it.</summary>
internal static class LoginSpec
{
    public static CommandSpec Login() => new()
    {
        Name = "login",
        About = "Log in, or see who is logged in",
        Options =
        [
            new() { Long = "with-api-key", Help = "Take the API key from standard input, for example from `printenv OPENAI_API_KEY`" },
            new() { Long = "with-access-token", Help = "Take the access token from standard input, for example from `printenv CODEX_ACCESS_TOKEN`" },
            new() { Long = "api-key", ValueName = "API_KEY", ValueIsOptional = true, Hidden = true, Help = "Deprecated: use --with-api-key" },
            new() { Long = "device-auth" },
            new() { Long = "experimental_issuer", ValueName = "URL", Hidden = true, Help = "Experimental: base address of the OAuth issuer" },
            new() { Long = "experimental_client-id", ValueName = "CLIENT_ID", Hidden = true, Help = "Experimental: OAuth client id" },
        ],
        Subcommands = [new CommandSpec { Name = "status", About = "Show how the user is logged in", Run = LoginStatusCommand.RunAsync }],
        Run = LoginCommand.RunAsync,
    };
}
