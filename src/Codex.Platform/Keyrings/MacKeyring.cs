using System.Text;
using Codex.Platform.MacOS.Native;

namespace Codex.Platform.Keyrings;

/// <summary>The login keychain of macOS.</summary>
internal sealed unsafe class MacKeyring : IKeyring
{
    /// <inheritdoc/>
    public string? Load(string service, string account)
    {
        var item = Find(service, account, out var secret);
        if (item == 0)
            return null;
        Security.Release(item);
        return Encoding.UTF8.GetString(secret);
    }

    /// <inheritdoc/>
    public void Save(string service, string account, string secret)
    {
        var item = Find(service, account, out _);
        fixed (byte* serviceName = Encoding.UTF8.GetBytes(service), accountName = Encoding.UTF8.GetBytes(account), data = Encoding.UTF8.GetBytes(secret))
        {
            var length = (uint)Encoding.UTF8.GetByteCount(secret);
            Check(item == 0
                ? Security.Add(0, Length(service), serviceName, Length(account), accountName, length, data, null)
                : Security.Modify(item, 0, length, data));
        }

        if (item != 0)
            Security.Release(item);
    }

    /// <inheritdoc/>
    public bool Delete(string service, string account)
    {
        var item = Find(service, account, out _);
        if (item == 0)
            return false;
        var status = Security.Delete(item);
        Security.Release(item);
        Check(status);
        return true;
    }

    private static nint Find(string service, string account, out byte[] secret)
    {
        uint length = 0;
        void* data = null;
        nint item = 0;
        fixed (byte* serviceName = Encoding.UTF8.GetBytes(service), accountName = Encoding.UTF8.GetBytes(account))
        {
            var status = Security.Find(0, Length(service), serviceName, Length(account), accountName, &length, &data, &item);
            if (status != Security.NotFound)
                Check(status);
        }

        secret = new ReadOnlySpan<byte>(data, (int)length).ToArray();
        if (data is not null)
            _ = Security.FreeContent(0, data);
        return item;
    }

    private static uint Length(string text) => (uint)Encoding.UTF8.GetByteCount(text);

    private static void Check(int status)
    {
        if (status != 0)
            throw new KeyringException($"Platform secure storage failure: keychain status {status}");
    }
}
