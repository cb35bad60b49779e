using MechanismDsl.Proofs.Evaluation;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>What is computed where the host has no function of its own.</summary>
public class DoubleFunctionsTests
{
    [Fact]
    public void CubeRoot_IsWithinThreeUlps()
    {
        var operands = new Operands(seed: 3);
        for (var sample = 0; sample < 20_000; sample++)
        {
            // Cubes of larger roots than 1e100 overflow on the way.
            var value = operands.Double();
            if (Math.Abs(value) is > 1e-300 and < 1e300)
            {
                var exact = Math.Cbrt(value);
                Assert.InRange(Math.Abs(DoubleFunctions.CubeRoot(value) - exact), 0, 3 * (Math.BitIncrement(Math.Abs(exact)) - Math.Abs(exact)));
            }
        }

        Assert.Equal(3, DoubleFunctions.CubeRoot(27));
        Assert.Equal(-2, DoubleFunctions.CubeRoot(-8));
        Assert.Equal(double.PositiveInfinity, DoubleFunctions.CubeRoot(double.PositiveInfinity));
    }
}
