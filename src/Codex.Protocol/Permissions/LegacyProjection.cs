namespace Codex.Protocol.Permissions;

/// <summary>Says a managed file-system policy in legacy words, as far as they reach.</summary>
internal sealed class LegacyProjection(FileSystemSandboxPolicy policy, NetworkSandboxPolicy network, string workingDirectory)
{
    private readonly List<string> _roots = [];
    private bool _writesWorkspace;
    private bool _writesTmpdir;
    private bool _writesSlashTmp;
    private bool _writesRoot;

    /// <summary>The legacy policy, or null when there is none that is as strict.</summary>
    public SandboxPolicy? Project()
    {
        if (policy.Kind == FileSystemSandboxKind.ExternalSandbox)
        {
            return new SandboxPolicy.ExternalSandbox(NetworkAccess.From(network.IsEnabled));
        }

        if (new FileSystemAccess(policy, new(workingDirectory, null)).HasFullDiskWrite)
        {
            return network.IsEnabled
                ? new SandboxPolicy.DangerFullAccess()
                : new SandboxPolicy.ExternalSandbox(NetworkAccess.Restricted);
        }

        foreach (var entry in policy.Entries)
        {
            if (entry.Access.CanWrite)
            {
                Collect(entry.Path);
            }
        }

        return Result();
    }

    private SandboxPolicy? Result()
    {
        if (_writesWorkspace)
        {
            return new SandboxPolicy.WorkspaceWrite(_roots, network.IsEnabled, !_writesTmpdir, !_writesSlashTmp);
        }

        return _writesRoot || _writesTmpdir || _writesSlashTmp || _roots.Count > 0
            ? null
            : new SandboxPolicy.ReadOnly(network.IsEnabled);
    }

    private void Collect(FileSystemPath path)
    {
        switch (path)
        {
            case FileSystemPath.Absolute absolute when absolute.Path == workingDirectory:
                _writesWorkspace = true;
                break;
            case FileSystemPath.Absolute absolute:
                AddRoot(absolute.Path);
                break;
            case FileSystemPath.Special special:
                Collect(special.Value);
                break;
        }
    }

    private void Collect(FileSystemSpecialPath place)
    {
        _writesRoot |= place.Kind == "root";
        _writesTmpdir |= place.Kind == "tmpdir";
        _writesSlashTmp |= place.Kind == "slash_tmp";
        if (!place.IsProjectRoots)
        {
            return;
        }

        _writesWorkspace |= place.Subpath is null;
        if (place.Subpath is { } subpath)
        {
            AddRoot(AbsolutePaths.Resolve(subpath, workingDirectory));
        }
    }

    private void AddRoot(string root)
    {
        if (!_roots.Contains(root))
        {
            _roots.Add(root);
        }
    }
}
