using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;

namespace Codex.ExecServer.Server.Processes;

/// <summary>Answers requests about processes.</summary>
internal static class ProcessRequests
{
    /// <summary>Whether a method is one of these.</summary>
    public static bool Knows(string method) =>
        method is Methods.ProcessStart or Methods.ProcessRead or Methods.ProcessWrite or Methods.ProcessTerminate;

    /// <summary>The answer; null when it has been given already, because news of the process follow it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="processes">Gives the processes; throws when they may not be used yet.</param>
    /// <param name="outbox">Where answers go.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <exception cref="RpcException">The request is refused.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>?> AnswerAsync(
        RpcMessage.Request request, Func<ProcessTable> processes, Outbox outbox, CancellationToken cancellationToken)
    {
        var json = ExecServerJson.Wire;
        switch (request.Method)
        {
            case Methods.ProcessStart:
                var start = RequestParams.Read(request, Shapes.ProcessStart, json.ProcessStartParams);
                var process = await processes().StartAsync(start, cancellationToken).ConfigureAwait(false);
                await outbox.AddAsync(RpcWriter.Response(request.Id, new ProcessReference(start.ProcessId), json.ProcessReference), CancellationToken.None).ConfigureAwait(false);
                processes().Follow(process);
                return null;
            case Methods.ProcessRead:
                var read = RequestParams.Read(request, Shapes.ProcessRead, json.ProcessReadParams);
                var state = await processes().ReadAsync(read, cancellationToken).ConfigureAwait(false);
                return RpcWriter.Response(request.Id, state, json.ProcessReadResponse);
            case Methods.ProcessWrite:
                var write = RequestParams.Read(request, Shapes.ProcessWrite, json.ProcessWriteParams);
                var status = await processes().WriteAsync(write, cancellationToken).ConfigureAwait(false);
                return RpcWriter.Response(request.Id, new ProcessWriteResponse(status), json.ProcessWriteResponse);
            default:
                var reference = RequestParams.Read(request, Shapes.ProcessTerminate, json.ProcessReference);
                var wasRunning = processes().Terminate(reference.ProcessId);
                return RpcWriter.Response(request.Id, new ProcessTerminateResponse(wasRunning), json.ProcessTerminateResponse);
        }
    }
}
