using MechanismDsl.Auditing;
using MechanismDsl.Auditing.Simulating;

namespace MechanismDsl.Benchmarks;

/// <summary>A simulation, by one thread, against the random numbers that it takes: ten a profile.</summary>
/// <remarks>It estimates revenue, welfare and sales, and for every agent utility and sales by tenths of its type; not only the revenue.</remarks>
internal static class SimulationSection
{
    private const int Agents = 10;
    private const int Profiles = 200_000;

    public static IEnumerable<Comparison> Comparisons()
    {
        var numbers = new double[2000];
        yield return new(
            "a profile of 10 uniform buyers",
            Profiles,
            new("random numbers of its own", () => Own(numbers)),
            new("System.Random with a seed", () => OfFramework(numbers)),
            new("Audit.Simulate", () => Audit.Simulate<SimulatedAuction>(Profiles, threads: 1).Revenue.Mean, 1.5)) { Rounds = 21 };
    }

    private static double Own(double[] numbers)
    {
        var stream = new UniformStream(1, 0);
        for (var done = 0; done < Profiles * Agents; done += numbers.Length)
        {
            stream.Fill(numbers);
        }

        return numbers[^1];
    }

    private static double OfFramework(double[] numbers)
    {
        var random = new Random(1);
        for (var done = 0; done < Profiles * Agents; done += numbers.Length)
        {
            for (var index = 0; index < numbers.Length; index++)
            {
                numbers[index] = random.NextDouble();
            }
        }

        return numbers[^1];
    }
}

/// <summary>The auction that is simulated.</summary>
[Mechanism, SingleItem, Efficient, Agents(10), Prior<Uniform>(0, 1)]
public partial class SimulatedAuction;
