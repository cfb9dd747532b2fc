using System.Net.Sockets;
using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether a server runs in the background. None is started or stopped.</summary>
internal static class AppServerCheck
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(2);

    /// <summary>Makes the check.</summary>
    public static async Task<DoctorCheck> RunAsync(ConfiguredContext context, CancellationToken cancellationToken)
    {
        var state = Path.Combine(context.Config.CodexHome, "app-server-daemon");
        var settings = Path.Combine(state, "settings.json");
        var socket = Path.Combine(context.Config.CodexHome, "app-server-control", "app-server-control.sock");
        var problem = await WhyNotAsync(socket, context.General.Clock, cancellationToken);
        var status = !Path.Exists(socket) ? "not running" : problem is null ? "running" : "stale or unreachable";
        var details = new DetailList();
        details.Add("daemon state dir", state);
        details.Add("settings", PathFacts.Describe(settings));
        details.Add("pid file", PathFacts.Describe(Path.Combine(state, "app-server.pid")));
        details.Add("update-loop pid file", PathFacts.Describe(Path.Combine(state, "app-server-updater.pid")));
        details.Add("control socket", socket);
        details.Add("status", status);
        details.AddIfAny("app-server version", problem is null ? null : $"unavailable ({problem})");
        details.Add("mode", File.Exists(settings) ? "persistent" : "ephemeral");
        return new DoctorCheck
        {
            Id = "app_server.status",
            Category = "app-server",
            Status = problem is null ? DoctorStatus.Ok : DoctorStatus.Warning,
            Summary = $"the background server is {status}",
            Details = details.Details,
            Remediation = problem is null ? null : "Run `codex app-server daemon version`, which says more.",
        };
    }

    /// <returns>Why the socket does not answer; null when it does, or is not there.</returns>
    private static async Task<string?> WhyNotAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!Path.Exists(path))
            return null;
        using var limit = new CancellationTokenSource(s_timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), both.Token);
            return null;
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            return exception.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "no answer within two seconds";
        }
    }
}
