using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Mcp;

/// <summary><c>codex mcp</c> and the commands below it.</summary>
internal static class McpSpec
{
    /// <summary>The argument that names the server.</summary>
    public const string Name = "NAME";

    /// <summary>The argument with the server's command.</summary>
    public const string Command = "COMMAND";

    public static CommandSpec Mcp() => new()
    {
        Name = "mcp",
        About = "Manage MCP servers",
        RequiresSubcommand = true,
        Options = [SharedOptions.Override()],
        Subcommands = [List(), Get(), Add(), Remove(), Login(), Logout()],
    };

    private static CommandSpec List() => new()
    {
        Name = "list",
        About = "",
        Options = [Json("Print the servers as JSON")],
        Accepts = RootOptions.Profile,
        Run = McpListCommand.RunAsync,
    };

    private static CommandSpec Get() => new()
    {
        Name = "get",
        About = "",
        Options = [Json("Print the server as JSON")],
        Arguments = [Server("Name of the server to show")],
        Accepts = RootOptions.Profile,
        Run = McpGetCommand.RunAsync,
    };

    private static CommandSpec Add() => new()
    {
        Name = "add",
        About = "",
        Usage = "codex mcp add [OPTIONS] <NAME> (--url <URL> | -- <COMMAND>...)",
        RequiredGroup = [Command, "url"],
        Options =
        [
            new() { Long = "env", ValueName = "KEY=VALUE", Repeatable = true, Help = "A variable of the server's environment; for servers that are commands", Check = EnvironmentEntry.WhyNot },
            new() { Long = "url", ValueName = "URL", Help = "Address of a server that speaks streamable HTTP" },
            new() { Long = "bearer-token-env-var", ValueName = "ENV_VAR", Help = "Variable that holds a bearer token; for servers with an address", Requires = ["url"] },
            new() { Long = "oauth-client-id", ValueName = "CLIENT_ID", Help = "OAuth client id to use with this server", Requires = ["url"] },
            new() { Long = "oauth-resource", ValueName = "RESOURCE", Help = "OAuth resource parameter to send at login", Requires = ["url"] },
        ],
        Arguments =
        [
            Server("Name for the server"),
            new ArgumentSpec { Name = Command, Repeatable = true, EndsOptions = true, Help = "The command that starts the server. Use --url for a server with an address" },
        ],
        Accepts = RootOptions.Profile,
        Run = McpAddCommand.RunAsync,
    };

    private static CommandSpec Remove() => new()
    {
        Name = "remove",
        About = "",
        Arguments = [Server("Name of the server to remove")],
        Accepts = RootOptions.Profile,
        Run = McpRemoveCommand.RunAsync,
    };

    private static CommandSpec Login() => new()
    {
        Name = "login",
        About = "",
        Options = [new() { Long = McpLoginCommand.Scopes, ValueName = "SCOPE,SCOPE", Repeatable = true, Delimiter = ',', Help = "OAuth scopes to ask for, separated by commas" }],
        Arguments = [Server("Name of the server to log in to")],
        Accepts = RootOptions.Profile,
        Run = McpLoginCommand.RunAsync,
    };

    private static CommandSpec Logout() => new()
    {
        Name = "logout",
        About = "",
        Arguments = [Server("Name of the server to log out from")],
        Accepts = RootOptions.Profile,
        Run = McpLogoutCommand.RunAsync,
    };

    private static OptionSpec Json(string help) => new() { Long = "json", Help = help };

    private static ArgumentSpec Server(string help) => new() { Name = Name, Required = true, Help = help };
}
