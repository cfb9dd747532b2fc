using Codex.ExecServer.Rpc;

namespace Codex.ExecServer.Server.Files;

/// <summary>Answers requests about files.</summary>
/// <param name="sandboxed">Performs those that are to stay inside permissions.</param>
internal sealed class FileRequests(SandboxedFiles sandboxed)
{
    /// <summary>The answer.</summary>
    /// <param name="request">The request.</param>
    /// <param name="checkAllowed">Throws when files may not be used yet.</param>
    /// <param name="cancellationToken">Ends a sandboxed operation.</param>
    /// <exception cref="RpcException">The request is refused.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> AnswerAsync(RpcMessage.Request request, Action checkAllowed, CancellationToken cancellationToken)
    {
        var operation = FileOperation.Read(request);
        checkAllowed();
        return operation.Sandbox is { } sandbox && sandboxed.Confines(sandbox)
            ? await sandboxed.RunAsync(request, sandbox, cancellationToken).ConfigureAwait(false)
            : operation.Run();
    }
}
