using System.Text;
using Codex.Backend.Auth.Login;
using Codex.Cli.Accounts;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;

namespace Codex.Cli.Commands.Login;

/// <summary>A login from another device, told on standard output.</summary>
internal sealed class DeviceLogin(AccountCommand account, ParsedCommand command)
{
    private const string Blue = "\e[94m";
    private const string Gray = "\e[90m";
    private const string Reset = "\e[0m";

    /// <summary>Logs in.</summary>
    /// <exception cref="Codex.Backend.Auth.AuthException">The login has failed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var options = account.LoginOptions();
        using var login = new DeviceCodeLogin(options with
        {
            Issuer = command.Value("experimental_issuer") ?? options.Issuer,
            ClientId = command.Value("experimental_client-id") ?? options.ClientId,
        });
        var code = await login.RequestAsync(cancellationToken);
        Show(code);
        await login.CompleteAsync(code, cancellationToken);
    }

    private static void Show(DeviceCode code)
    {
        using var output = StandardStreams.OpenOutput();
        output.Write(Encoding.UTF8.GetBytes(
            $"\nLogging in to Codex from another device:\n\n1. Open this page and log in\n   {Blue}{code.PageUrl}{Reset}\n\n"
            + $"2. Type this code {Gray}(good for 15 minutes, for one login){Reset}\n   {Blue}{code.UserCode}{Reset}\n\n"
            + $"{Gray}Never give the code to anybody: who asks for it wants to use your account.{Reset}\n\n"));
    }
}
