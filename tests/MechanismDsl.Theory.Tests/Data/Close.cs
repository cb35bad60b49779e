namespace MechanismDsl.Theory.Tests.Data;

internal static class Close
{
    /// <summary>Requires equality to a relative error, 10⁻¹² unless said.</summary>
    public static void Equal(double expected, double actual, double error = 1e-12)
    {
        if (!(Math.Abs(expected - actual) <= error * Math.Max(Math.Abs(expected), double.Epsilon)))
        {
            Assert.Fail(FormattableString.Invariant($"expected {expected:R}, got {actual:R}"));
        }
    }
}
