using System.Text.Json;
using Codex.AppServer.Protocol;
using Codex.AppServer.Protocol.Approvals;
using Codex.AppServer.Protocol.Connections;
using Codex.AppServer.Protocol.Threads;
using Codex.AppServer.Protocol.Turns;
using Codex.Engine;
using Codex.Platform.Environment;

namespace Codex.AppServer.Tests.Approvals;

/// <summary>Our app-server in this process.</summary>
internal sealed class OurAppServer(ApprovalSide side, string executable)
{
    /// <summary>Runs the turn of the scenario to its end.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var environment = new HostEnvironment
        {
            Variables = new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")!, ["HOME"] = side.UserHome },
            CurrentDirectory = side.Workspace,
            TemporaryDirectory = Path.GetTempPath(),
            ExecutablePath = executable,
        };
        using var setup = new ScenarioSetup(side, environment);
        await using var threads = new ThreadManager(new EngineServices { Host = environment, CodexHome = side.Home });
        await using var host = new AppServerHost(new AppServerServices
        {
            Threads = threads,
            Setup = setup,
            Directory = setup,
            CodexHome = side.Home,
            Clock = TimeProvider.System,
        });
        await using var connection = host.Connect([]);
        var started = await connection.RequestAsync(AppServerMethods.ThreadStart, new ThreadStartParams(), cancellationToken);
        await connection.RequestAsync(
            AppServerMethods.TurnStart, new TurnStartParams { ThreadId = started.Thread.Id, Input = [new Protocol.Items.TextUserInput("go")] }, cancellationToken);
        await foreach (var message in connection.ReadAsync(cancellationToken))
        {
            await TakeAsync(message, connection, cancellationToken);
            if (message is TurnCompletedNotification)
                break;
        }
    }

    private async Task TakeAsync(ServerMessage message, IAppServerConnection connection, CancellationToken cancellationToken)
    {
        if (message is ServerNotification notification)
            side.Note(notification.Method, null, JsonSerializer.Serialize(message, message.GetType(), AppServerJson.Default));
        if (message is not ServerRequest request)
            return;
        side.Note(request.Method, request.Id, JsonSerializer.Serialize(request.Parameters, request.Parameters!.GetType(), AppServerJson.Default));
        var result = $$"""{"decision":{{side.NextAnswer().GetRawText()}}}""";
        object answer = request.Parameters is FileChangeRequestApprovalParams
            ? JsonSerializer.Deserialize(result, AppServerJson.Default.FileChangeRequestApprovalResponse)!
            : JsonSerializer.Deserialize(result, AppServerJson.Default.CommandExecutionRequestApprovalResponse)!;
        await connection.AnswerAsync(new ServerRequestAnswer(request.Id, answer), cancellationToken);
    }
}
