using Codex.Platform.Linux;

namespace Codex.Execution.Sandbox.Seccomp;

/// <summary>The filters of a program as files in memory, each made when it is first needed.</summary>
internal sealed class SeccompFilters : IDisposable
{
    private readonly Lazy<AnonymousFile>[] _filters =
    [
        Lazily(SocketAccess.Pairs),
        Lazily(SocketAccess.PrivateNetwork),
        Lazily(SocketAccess.PrivateInternet),
        Lazily(SocketAccess.Any),
    ];

    /// <summary>The file with the filter.</summary>
    /// <exception cref="SandboxException">There is none for this processor.</exception>
    public AnonymousFile this[SocketAccess sockets] => _filters[(int)sockets].Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var filter in _filters)
        {
            if (filter.IsValueCreated)
                filter.Value.Dispose();
        }
    }

    private static Lazy<AnonymousFile> Lazily(SocketAccess sockets) => new(() => Create(sockets));

    private static AnonymousFile Create(SocketAccess sockets)
    {
        var architecture = SeccompProgram.Current
            ?? throw new SandboxException("there is no system call filter for this processor architecture");
        return new("codex-seccomp", SeccompProgram.Assemble(architecture, sockets));
    }
}
