using System.Diagnostics;
using System.Reflection;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Choices;

/// <summary>What generated choices do besides the numbers.</summary>
public class ChoiceRunTests
{
    private const string Source = """
        namespace Shop;

        internal enum Home { SwimmingPool, DanceStudio, Garden }

        [Mechanism, Outcomes<Home>, Efficient] internal partial class Reported;
        [Mechanism, Outcomes<Home>, Efficient, Money<long>] internal partial class Whole { [Cost] static int Cost(Home it) => it == Home.Garden ? 2 : 0; }
        [Mechanism, Outcomes<Home>, Efficient, Money<decimal>] internal partial class Exact;
        [Mechanism, Outcomes<Home>, Efficient, Agent("X", Weight = 2), Agent("Y")]
        internal partial class Affine { [Boost] static double Boost(Home it) => it == Home.Garden ? 0.5 : 0; }
        [Mechanism, Outcomes<Home>, Efficient, Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9)]
        internal partial class Typed { [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type; }
        [Mechanism, PublicProject(90, EqualShares = true), Efficient] internal partial class Bridge;
        [Mechanism, PublicProject(7, EqualShares = true), Efficient, Money<long>] internal partial class Road;

        internal static class Table
        {
            private static readonly double[] Matrix = [14, 18, 3, 9, 8, 2];
            private static readonly long[] Steps = [14, 18, 3, 9, 8, 2];
            private static readonly decimal[] Coins = [14, 18, 3, 9, 8, 2];
            private static readonly double[] Payments = new double[2];
            private static readonly long[] Paid = new long[2];
            private static readonly decimal[] Due = new decimal[2];

            public static double Run()
            {
                ReadOnlySpan<Reported.Report> reports = [new(14, 18, 3), new(9, 8, 2)];
                ReadOnlySpan<Whole.Report> whole = [new(14, 18, 3), new(9, 8, 2)];
                ReadOnlySpan<Exact.Report> exact = [new(14, 18, 3), new(9, 8, 2)];
                var sum = (int)Reported.Run(reports, Payments) + Payments[0];
                sum += (int)Reported.RunMatrix(Matrix, Payments) + Payments[0];
                sum += (int)Affine.RunMatrix(Matrix, Payments) + Payments[0];
                sum += (int)Whole.Run(whole, Paid) + Paid[0];
                sum += (int)Whole.RunMatrix(Steps, Paid) + Paid[0];
                sum += (int)Exact.Run(exact, Due) + (double)Due[0];
                sum += (int)Exact.RunMatrix(Coins, Due) + (double)Due[0];
                sum += (int)Typed.Run([9, 4], Paid) + Paid[0];
                sum += (int)Bridge.Run([80, 20], Payments) + Payments[0];
                sum += (int)Road.Run([6, 5], Paid) + Paid[0];
                return sum;
            }
        }
        """;

    [Fact]
    public void RunsIntoTheCallersMemoryAllocateNothing()
    {
        var run = Driver.Load(Source).Assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<double>>();
        for (var warmUp = 0; warmUp < 100; warmUp++)
        {
            _ = run();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var times = 0; times < 100; times++)
        {
            _ = run();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (typeof(IMechanism).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled != true)
        {
            Assert.Equal(0, allocated);
        }
    }
}
