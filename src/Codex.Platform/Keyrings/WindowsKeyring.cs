using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Codex.Platform.Windows.Native;

namespace Codex.Platform.Keyrings;

/// <summary>The Credential Manager of Windows; names and text encoding are those of the original's keyring library.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsKeyring : IKeyring
{
    private const int MaximumBlobBytes = 2560;

    /// <inheritdoc/>
    public string? Load(string service, string account)
    {
        if (!Advapi32.Read(Target(service, account), Advapi32.Generic, 0, out var credential))
            return Marshal.GetLastPInvokeError() == Advapi32.NotFound ? null : throw Failure();
        try
        {
            return new string((char*)credential->Blob, 0, (int)(credential->BlobSize / sizeof(char)));
        }
        finally
        {
            Advapi32.Free(credential);
        }
    }

    /// <inheritdoc/>
    public void Save(string service, string account, string secret)
    {
        if (secret.Length * sizeof(char) > MaximumBlobBytes)
            throw new KeyringException($"Attribute 'password encoded as UTF-16' is longer than platform limit of {MaximumBlobBytes} chars");
        fixed (char* target = Target(service, account), user = account, blob = secret)
        {
            var credential = new WindowsCredential
            {
                Type = Advapi32.Generic,
                TargetName = target,
                UserName = user,
                Blob = (byte*)blob,
                BlobSize = (uint)(secret.Length * sizeof(char)),
                Persist = Advapi32.PersistEnterprise,
            };
            if (!Advapi32.Write(&credential, 0))
                throw Failure();
        }
    }

    /// <inheritdoc/>
    public bool Delete(string service, string account) =>
        Advapi32.Delete(Target(service, account), Advapi32.Generic, 0)
        || (Marshal.GetLastPInvokeError() == Advapi32.NotFound ? false : throw Failure());

    private static string Target(string service, string account) => $"{account}.{service}";

    private static KeyringException Failure() =>
        new($"Platform secure storage failure: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
}
