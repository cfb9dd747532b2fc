using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Codex.Platform.Processes;
using Codex.Platform.Windows.Native;

namespace Codex.Platform.Windows.Sandboxing;

/// <summary>
/// A container for programs: an identity of its own to which nothing is open but system files, what is granted to it by name, and the
/// capabilities that it is started with. Unlike a restricted token it keeps files from being read and closes the network.
/// </summary>
public sealed unsafe class AppContainer : IDisposable
{
    private const string Title = "Codex sandbox";

    private readonly List<WindowsIdentity> _capabilities = [];
    private nint _identity;
    private IdentityEntry* _entries;
    private SecurityCapabilities* _security;

    private AppContainer(nint identity) => _identity = identity;

    /// <summary>What stands for the container in access lists: <c>S-1-15-2-…</c>.</summary>
    public string Identity { get; private set; } = "";

    /// <summary>Makes a container, or takes up the one of that name.</summary>
    /// <param name="name">Its name; at most 64 characters.</param>
    /// <param name="capabilities">The identities of what it may do: <c>S-1-15-3-…</c>.</param>
    /// <exception cref="SpawnException">The system refuses.</exception>
    [SupportedOSPlatform("windows")]
    public static AppContainer Open(string name, IReadOnlyList<string> capabilities)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        var result = AppContainers.Create(name, Title, Title, null, 0, out var identity);
        if (result == AppContainers.Exists)
            result = AppContainers.Find(name, out identity);
        if (result != 0)
            throw new SpawnException(result & 0xFFFF);
        var container = new AppContainer(identity);
        try
        {
            container.Fill(capabilities);
            return container;
        }
        catch
        {
            container.Dispose();
            throw;
        }
    }

    /// <summary>What a process is started with; stays where it is until the container is disposed.</summary>
    internal nint Security => (nint)_security;

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.Free(_security);
        NativeMemory.Free(_entries);
        _security = null;
        _entries = null;
        _capabilities.ForEach(static capability => capability.Dispose());
        _capabilities.Clear();
        if (_identity != 0)
            _ = AppContainers.Free(_identity);
        _identity = 0;
    }

    [SupportedOSPlatform("windows")]
    private void Fill(IReadOnlyList<string> capabilities)
    {
        Identity = Text(_identity);
        _capabilities.AddRange(capabilities.Select(WindowsIdentity.Parse));
        _entries = (IdentityEntry*)NativeMemory.AllocZeroed((nuint)Math.Max(1, _capabilities.Count), (nuint)sizeof(IdentityEntry));
        for (var index = 0; index < _capabilities.Count; index++)
            _entries[index] = new IdentityEntry { Identity = _capabilities[index].DangerousGetHandle(), Attributes = IdentityEntry.Enabled };
        _security = (SecurityCapabilities*)NativeMemory.AllocZeroed((nuint)sizeof(SecurityCapabilities));
        *_security = new SecurityCapabilities { Container = _identity, Capabilities = _entries, Count = (uint)_capabilities.Count };
    }

    private static string Text(nint identity)
    {
        if (!AppContainers.Write(identity, out var text))
            throw SpawnException.OfLastCall();
        try
        {
            return Marshal.PtrToStringUni(text)!;
        }
        finally
        {
            _ = AccessLists.Free(text);
        }
    }
}
