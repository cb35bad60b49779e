using System.Globalization;
using System.Text.Json;
using Fractions;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Screening;

/// <summary>Income taxes from source to numbers: generated, compiled without a warning, run, and held against their definition.</summary>
public class TaxationProgramsTests
{
    private const string Sources = """
        [Mechanism, Taxation(TaxObjective.Revenue), Prior<Uniform>(1, 2)] public partial class T0;
        [Mechanism, Taxation(TaxObjective.Rawlsian), DiscretePrior([1, 2, 3], [1, 1, 1])] public partial class T1;
        [Mechanism, Taxation(TaxObjective.Weighted, WorstOffWeight = .25), Prior<Triangular>(1, 2, 4)] public partial class T2;
        [Mechanism, Taxation(TaxObjective.Rawlsian), HistogramPrior([1, 2, 3], [8, 1])] public partial class T3;
        [Mechanism, Taxation(TaxObjective.Revenue), DiscretePrior([1, 2, 3], [1, .01, 1])] public partial class T4;
        [Mechanism, Taxation(TaxObjective.Utilitarian), Prior<Uniform>(1, 2)] public partial class T5;

        internal static class Table
        {
            public static Assessment Run(int index, double skill) => index switch { 0 => T0.Run(skill), 1 => T1.Run(skill), 2 => T2.Run(skill), 3 => T3.Run(skill), 4 => T4.Run(skill), _ => T5.Run(skill) };

            public static double Tax(int index, double output) => index switch { 0 => T0.Tax(output), 1 => T1.Tax(output), 2 => T2.Tax(output), 3 => T3.Tax(output), 4 => T4.Tax(output), _ => T5.Tax(output) };

            public static double[] Rebates => [T0.Rebate, T1.Rebate, T2.Rebate, T3.Rebate, T4.Rebate, T5.Rebate];

            public static string Names => T3.Explanation + T4.Explanation;
        }
        """;

    private delegate Assessment Run(int index, double skill);

    private delegate double Tax(int index, double output);

    private static readonly Lazy<Type> Table = new(() => Driver.Load(Sources).Assembly.GetType("Table")!);

    [Fact]
    public async Task IncomeTax()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Taxation(TaxObjective.Revenue), DiscretePrior([1, 2], [1, 1])]
            public partial class IncomeTax;

            internal static class Table
            {
                public static double[] Numbers => [IncomeTax.Output(1), IncomeTax.Consumption(2), IncomeTax.Tax(4), IncomeTax.MarginalTax(1), IncomeTax.ExpectedTax, IncomeTax.Rebate];

                public static bool Generic<M>() where M : ITaxation, IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational, INoDeficit => M.Run(1).Tax > 0 && M.Tax(0) == 0;

                public static bool Holds() => Generic<IncomeTax>();

                public static double Batch()
                {
                    var all = new Assessment[3];
                    IncomeTax.RunBatch([.5, 1.5, 3], all);
                    return all[0].Output + all[1].Output + all[2].Output;
                }
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal([4.0 / 7, 104.0 / 49, 92.0 / 49, 3.0 / 7, 8.0 / 7, 0], (double[])table.GetProperty("Numbers")!.GetValue(null)!, (one, other) => Math.Abs(one - other) < 1e-14);
        Assert.Equal(true, table.GetMethod("Holds")!.Invoke(null, null));
        Assert.Equal(0 + (4.0 / 7) + 9, (double)table.GetMethod("Batch")!.Invoke(null, null)!, 1e-14);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Smooth()
    {
        var (driver, _) = Driver.Load("""
            namespace Shop;

            [Mechanism, Taxation(TaxObjective.Rawlsian), Prior<Uniform>(1, 2)]
            public partial class Smooth;
            """);
        await Verifier.Verify(driver);
    }

    [Fact]
    public void PublishedCases()
    {
        using var document = JsonDocument.Parse(typeof(TaxationProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        var all = document.RootElement.GetProperty("cases").EnumerateArray().ToList();
        var finite = all.Where(one => one.GetProperty("id").GetString()!.StartsWith("taxation-finite-", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, finite.Count);
        var sources = finite.Select((one, index) =>
            $"[Mechanism, Taxation(TaxObjective.Revenue), DiscretePrior([{string.Join(", ", one.GetProperty("inputs").GetProperty("skills").EnumerateArray().Select(skill => skill.GetString()))}], [{string.Join(", ", one.GetProperty("inputs").GetProperty("skills").EnumerateArray().Select(_ => "1"))}])] public partial class P{index};");
        var (_, assembly) = Driver.Load(string.Join('\n', sources));
        for (var index = 0; index < finite.Count; index++)
        {
            var type = assembly.GetType($"P{index}")!;
            var expected = finite[index].GetProperty("expected");
            double[] skills = [.. finite[index].GetProperty("inputs").GetProperty("skills").EnumerateArray().Select(Number)];
            foreach (var (name, method) in new[] { ("output", "Output"), ("consumption", "Consumption"), ("marginal_tax_1_minus_q_over_theta2", "MarginalTax") })
            {
                var function = type.GetMethod(method)!.CreateDelegate<Func<double, double>>();
                Assert.Equal(expected.GetProperty(name).EnumerateArray().Select(Number), skills.Select(function), (one, other) => Math.Abs(one - other) < 1e-13);
            }

            var tax = type.GetMethod("Tax")!.CreateDelegate<Func<double, double>>();
            Assert.Equal(expected.GetProperty("tax").EnumerateArray().Select(Number), expected.GetProperty("output").EnumerateArray().Select(Number).Select(tax), (one, other) => Math.Abs(one - other) < 1e-13);
            Assert.Equal(Number(expected.GetProperty("expected_tax_revenue").GetProperty("exact")), (double)type.GetField("ExpectedTax")!.GetRawConstantValue()!, 1e-13);
        }

        var uniform = all.Single(one => one.GetProperty("id").GetString() == "taxation-uniform-1-2").GetProperty("expected");
        var run = Table.Value.GetMethod("Run")!.CreateDelegate<Run>();
        Assert.All(uniform.GetProperty("output_at").EnumerateObject(), entry => Assert.Equal(Decimal(entry.Value), run(0, double.Parse(entry.Name, CultureInfo.InvariantCulture)).Output, 1e-12));
        Assert.All(uniform.GetProperty("marginal_tax_at").EnumerateObject(), entry => Assert.Equal(Decimal(entry.Value), run(0, double.Parse(entry.Name, CultureInfo.InvariantCulture)).MarginalTax, 1e-12));
        Assert.Equal(Decimal(uniform.GetProperty("expected_tax_revenue")), Enumerable.Range(0, 20_000).Average(step => run(0, 1 + ((step + .5) / 20_000)).Tax), 1e-8);

        static double Number(JsonElement number) => Fraction.FromString(number.GetString()!, CultureInfo.InvariantCulture).ToDouble();

        static double Decimal(JsonElement number) => double.Parse(number.GetProperty("dec").GetString()!, CultureInfo.InvariantCulture);
    }

    /// <summary>From the schedule alone: what everybody does is its best choice among all outputs, also for skills that the prior excludes.</summary>
    [Fact]
    public void NobodyPrefersAnotherOutput()
    {
        var run = Table.Value.GetMethod("Run")!.CreateDelegate<Run>();
        var tax = Table.Value.GetMethod("Tax")!.CreateDelegate<Tax>();
        for (var index = 0; index < 6; index++)
        {
            for (var skill = .5; skill <= 5; skill += .125)
            {
                var (output, consumption, _) = run(index, skill);
                var utility = consumption - (output * output / (2 * skill * skill));
                Assert.Equal(output - consumption, tax(index, output), 1e-9);
                Assert.True(utility >= -1e-12);
                for (var other = 0.0; other <= 30; other += .05)
                {
                    var instead = other - tax(index, other) - (other * other / (2 * skill * skill));
                    Assert.True(instead <= utility + 1e-9, FormattableString.Invariant($"T{index}: skill {skill} prefers the output {other} to {output}"));
                }
            }
        }
    }

    [Fact]
    public void WhatIsTakenIsHandedBack()
    {
        var run = Table.Value.GetMethod("Run")!.CreateDelegate<Run>();
        var rebates = (double[])Table.Value.GetProperty("Rebates")!.GetValue(null)!;
        Assert.Equal(0, rebates[0]);
        Assert.Equal(419.0 / 210, rebates[1], 1e-12);
        Assert.Equal(0, new[] { 1, 2, 3 }.Average(skill => run(1, skill).Tax), 1e-12);
        var triangular = new Theory.Priors.TriangularPrior(1, 2, 4);
        Assert.Equal(0, Enumerable.Range(0, 20_000).Average(step => run(2, triangular.Quantile((step + .5) / 20_000)).Tax), 1e-6);
        Assert.Equal(0, Enumerable.Range(0, 18_000).Average(step => run(3, step < 16_000 ? 1 + ((step + .5) / 16_000) : 2 + ((step - 16_000 + .5) / 2_000)).Tax), 1e-6);
        Assert.Equal(0, rebates[5]);
        Assert.Equal(new Assessment(2.25, 2.25, 0), run(5, 1.5));
    }

    /// <summary>The rare skill in the middle (T4) is bunched with the lowest one, for its rent would cost more than it produces.</summary>
    [Fact]
    public void SkillsAreBunchedWhereOutputWouldFall()
    {
        var run = Table.Value.GetMethod("Run")!.CreateDelegate<Run>();
        Assert.Equal(run(4, 1).Output, run(4, 2).Output);
        Assert.True(run(4, 3).Output == 9);
        var outputs = Enumerable.Range(0, 200).Select(step => run(3, 1 + (step / 100.0)).Output).ToList();
        Assert.All(outputs.Zip(outputs.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-12));
        Assert.Equal(run(3, 1.99).Output, run(3, 2.01).Output, 1e-10);
        Assert.Contains("the skills from 1 to 2 all produce", (string)Table.Value.GetProperty("Names")!.GetValue(null)!, StringComparison.Ordinal);
    }
}
