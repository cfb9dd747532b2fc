using Codex.AppServer.Protocol.Contract.Model;
using Codex.AppServer.Protocol.Contract.Reading;

namespace Codex.AppServer.Protocol.Contract;

/// <summary>The contract that is built into this assembly: the files under <c>Contract/Definitions</c>.</summary>
public static class ContractLibrary
{
    private const string Extension = ".contract";

    /// <summary>Reads it, anew with each call.</summary>
    public static ProtocolContract Read()
    {
        var assembly = typeof(ContractLibrary).Assembly;
        var reader = new ContractReader();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.EndsWith(Extension, StringComparison.Ordinal))
                continue;
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            reader.Read(name, text.ReadToEnd());
        }

        return reader.ToContract();
    }
}
