using System.Buffers.Binary;
using Codex.Execution.Sandbox.Seccomp;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>Interprets the assembled filter; the kernel's verdicts are tested by real commands.</summary>
public sealed class SeccompProgramTests
{
    private const uint Allow = 0x7FFF0000;
    private const uint NotPermitted = 0x00050001;
    private const uint NotImplemented = 0x00050026;
    private const uint Kill = 0x80000000;

    [Theory]
    [InlineData(SocketAccess.Pairs)]
    [InlineData(SocketAccess.PrivateNetwork)]
    [InlineData(SocketAccess.Any)]
    public void Both_architectures_agree_about_every_group(SocketAccess sockets)
    {
        foreach (var architecture in new[] { SeccompArchitecture.X64, SeccompArchitecture.Arm64 })
        {
            var calls = architecture.Calls;
            var program = SeccompProgram.Assemble(architecture, sockets);
            var use = sockets == SocketAccess.Pairs ? NotPermitted : Allow;
            var foreign = sockets == SocketAccess.Any ? Allow : NotPermitted;

            Assert.All(calls.Networking, number => Assert.Equal(use, Run(program, architecture.Audit, number)));
            Assert.All(calls.Inspection, number => Assert.Equal(NotPermitted, Run(program, architecture.Audit, number)));
            Assert.All(calls.Administration, number => Assert.Equal(NotPermitted, Run(program, architecture.Audit, number)));
            Assert.Equal(Allow, Run(program, architecture.Audit, calls.Socket, 1));
            Assert.All([2u, 10u, 16u], family => Assert.Equal(use, Run(program, architecture.Audit, calls.Socket, family)));
            Assert.All([0u, 3u, 17u, 38u, 40u, 44u], family => Assert.Equal(foreign, Run(program, architecture.Audit, calls.Socket, family)));
            Assert.Equal(foreign, Run(program, architecture.Audit, calls.Socket, 16, protocol: 9));
            Assert.Equal(use, Run(program, architecture.Audit, calls.SocketPair, 10));
            Assert.Equal(use, Run(program, architecture.Audit, calls.SocketPair, 1, type: 2 | 0x80000));
            Assert.Equal(Allow, Run(program, architecture.Audit, calls.CloneProcess, 0x003D0F00));
            Assert.Equal(NotPermitted, Run(program, architecture.Audit, calls.CloneProcess, 0x10000000));
            Assert.Equal(NotImplemented, Run(program, architecture.Audit, SystemCallNumbers.CloneProcess3));
            Assert.Equal(Allow, Run(program, architecture.Audit, 9999));
            Assert.Equal(Kill, Run(program, 0x40000003, 1));
        }
    }

    [Fact]
    public void Numbers_of_the_x32_interface_are_denied() =>
        Assert.Equal(NotPermitted, Run(SeccompProgram.Assemble(SeccompArchitecture.X64, SocketAccess.Any), SeccompArchitecture.X64.Audit, 0x40000000 | 1));

    private static uint Run(byte[] program, uint architecture, uint number, uint argument = 0, uint protocol = 0, uint type = 1)
    {
        var accumulator = 0u;
        for (var at = 0; ; at++)
        {
            var instruction = program.AsSpan(at * 8, 8);
            var operand = BinaryPrimitives.ReadUInt32LittleEndian(instruction[4..]);
            var (taken, other) = (instruction[2], instruction[3]);
            switch (BinaryPrimitives.ReadUInt16LittleEndian(instruction))
            {
                case 0x20:
                    accumulator = operand switch { 0 => number, 4 => architecture, 24 => type, 32 => protocol, _ => argument };
                    break;
                case 0x54:
                    accumulator &= operand;
                    break;
                case 0x15:
                    at += accumulator == operand ? taken : other;
                    break;
                case 0x35:
                    at += accumulator >= operand ? taken : other;
                    break;
                case 0x45:
                    at += (accumulator & operand) != 0 ? taken : other;
                    break;
                default:
                    return operand;
            }
        }
    }
}
