using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MechanismDsl.Tests.Kernels;

/// <summary>
/// The kernels choose their registers once per process, so the paths for smaller machines are tested in processes that are told to be smaller:
/// the tests of the kernels run again there.
/// </summary>
public class RegisterTests
{
    private const string Expected = "MECHANISMDSL_TEST_REGISTERS";

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "256")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    public async Task KernelTestsPassWithSmallerRegisters(string variable, string registers)
    {
        if (Environment.GetEnvironmentVariable(Expected) is not null)
        {
            return;
        }

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        var space = typeof(RegisterTests).Namespace!;
        string[] classes = ["RegisterTests", "SecondPriceTests", "LowestCostTests", "BatchTests", "SharedTiesTests", "AffineScoresTests", "PiecewiseScoresTests", "SmoothScoresTests"];
        foreach (var argument in new[]
        {
            "vstest",
            typeof(RegisterTests).Assembly.Location,
            "--TestCaseFilter:" + string.Join('|', classes.Select(name => $"FullyQualifiedName~{space}.{name}")),
        })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[variable] = "0";
        start.Environment[Expected] = registers;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await output + await errors);
        Assert.Contains("Passed", await output);
    }

    [Fact]
    public void TheProcessHasTheRegistersItWasGiven()
    {
        switch (Environment.GetEnvironmentVariable(Expected))
        {
            case "256":
                Assert.False(Vector512.IsHardwareAccelerated);
                break;
            case "0":
                Assert.False(Vector512.IsHardwareAccelerated);
                Assert.False(Avx2.IsSupported);
                break;
            case var other:
                Assert.Null(other);
                break;
        }
    }
}
