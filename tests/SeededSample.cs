using System.Globalization;
using CsCheck;

namespace MechanismDsl;

/// <summary>
/// Property-based testing with fixed seeds: the same cases on every machine and run, so that a build that passed passes again. Nearer to the
/// tests than CsCheck's own <c>Sample</c> and with its shape, this one is what they call. MECHANISMDSL_SEED in the environment chooses other cases.
/// </summary>
internal static class SeededSample
{
    private static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("MECHANISMDSL_SEED") ?? "1981", CultureInfo.InvariantCulture);

    public static void Sample<T>(this Gen<T> gen, Action<T> check, int iter = 100, Func<T, string>? print = null)
    {
        for (var sample = 0; sample < iter; sample++)
        {
            var value = gen.Generate(new PCG((uint)sample, Seed), null, out _);
            try
            {
                check(value);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Sample {sample} of seed {Seed}: {(print is null ? $"{value}" : print(value))}", exception);
            }
        }
    }

    public static void Sample<T>(this Gen<T> gen, Func<T, bool> check, int iter = 100, Func<T, string>? print = null) =>
        gen.Sample(value => Assert.True(check(value)), iter, print);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> check, int iter = 100, Func<(T1, T2), string>? print = null) =>
        gen.Sample(value => check(value.Item1, value.Item2), iter, print);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, bool> check, int iter = 100, Func<(T1, T2), string>? print = null) =>
        gen.Sample(value => Assert.True(check(value.Item1, value.Item2)), iter, print);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> check, int iter = 100, Func<(T1, T2, T3), string>? print = null) =>
        gen.Sample(value => check(value.Item1, value.Item2, value.Item3), iter, print);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, bool> check, int iter = 100, Func<(T1, T2, T3), string>? print = null) =>
        gen.Sample(value => Assert.True(check(value.Item1, value.Item2, value.Item3)), iter, print);

    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> check, int iter = 100, Func<(T1, T2, T3, T4), string>? print = null) =>
        gen.Sample(value => check(value.Item1, value.Item2, value.Item3, value.Item4), iter, print);

    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Func<T1, T2, T3, T4, bool> check, int iter = 100, Func<(T1, T2, T3, T4), string>? print = null) =>
        gen.Sample(value => Assert.True(check(value.Item1, value.Item2, value.Item3, value.Item4)), iter, print);
}
