using System.Globalization;
using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 07: whether the welfare is a sum of terms that each leave out one type, and the payments that balance then.</summary>
public sealed class MixedDifferenceCases
{
    /// <summary>The welfare functions that the cases name in words.</summary>
    private static readonly Dictionary<string, Func<Fraction[], Fraction>> Welfare = new()
    {
        ["lemma75-home-improvement"] = static t => Max(t[0] + t[1] + 10, 2 * (t[0] + t[1])),
        ["lemma75-bilateral-trade-grid"] = static t => Max(t[0], t[1]),
        ["lemma75-quadratic-public-n3"] = static t => (t[0] + t[1] + t[2]) * (t[0] + t[1] + t[2]) / 6,
        ["lemma75-quadratic-public-n2"] = static t => (t[0] + t[1]) * (t[0] + t[1]) / 4,
        ["lemma75-silent-agent-n2plus1"] = static t => Max(Max(t[0], t[1]), t[2]),
        ["lemma75-public-project-n2"] = static t => Max(Fraction.Zero, t[0] + t[1]),
    };

    [Theory, Golden("lemma75-*")]
    public void Decomposition(string id)
    {
        var golden = GoldenCase.Get(id);
        var types = golden.Inputs.GetProperty("types").EnumerateArray().Select(row => row.EnumerateArray().Select(type => new Fraction(type.GetInt32())).ToArray()).ToArray();
        var (space, welfare) = At(types, Welfare[id]);
        var differences = new MixedDifferences(space, welfare);
        var decomposes = golden.Expected.GetProperty("decomposes").GetBoolean();
        Assert.Equal(decomposes, golden.Expected.GetProperty("BB_Groves_exists").GetBoolean());
        if (decomposes)
        {
            Assert.Null(differences.First());
            Assert.Null(differences.Largest());
            var terms = differences.Terms(1, null);
            for (var profile = 0; profile < space.Profiles; profile++)
            {
                var sum = terms.Select((row, agent) => row[space.OthersOf(profile, agent)]).Aggregate(Fraction.Zero, (total, term) => total + term);
                Assert.Equal(welfare[profile], sum);
            }

            return;
        }

        var first = golden.Expected.GetProperty("first_nonzero_mixed_difference_base_alt_value").EnumerateArray().ToArray();
        var box = differences.First()!;
        Assert.Equal(first[0].EnumerateArray().Select(type => new Fraction(type.GetInt32())), box.Base.Select((type, agent) => types[agent][type]));
        Assert.Equal(first[1].EnumerateArray().Select(type => new Fraction(type.GetInt32())), box.Other.Select((type, agent) => types[agent][type]));
        Assert.Equal(GoldenCase.Rational(first[2]), box.Value);
        Assert.Throws<InvalidOperationException>(() => differences.Terms(1, null));
        if (id == "lemma75-home-improvement")
        {
            // W(1,1) + W(9,9) − W(1,9) − W(9,1) = 12 + 36 − 20 − 20.
            Assert.Equal(new Box([0, 0], [8, 8], new Fraction(8)), differences.Largest());
        }
    }

    [Theory, Golden("green-laffont-proof-numbers")]
    public void Numbers_of_the_proof_of_Green_and_Laffont(string id)
    {
        var golden = GoldenCase.Get(id);
        Fraction[][] types =
        [
            [new(golden.Inputs.GetProperty("w1_plus").GetInt32()), new(golden.Inputs.GetProperty("w1_minus").GetInt32())],
            [.. golden.Inputs.GetProperty("w2").EnumerateArray().Select(type => new Fraction(type.GetInt32()))],
        ];
        var (space, welfare) = At(types, static t => Max(Fraction.Zero, t[0] + t[1]));
        var box = new MixedDifferences(space, welfare).First();
        Assert.Equal(golden.Expected.GetProperty("decomposes").GetBoolean(), box is null);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("mixed_difference")), box!.Value);
    }

    [Theory, Golden("bb-groves-quadratic-n3")]
    public void Balancing_payments(string id)
    {
        var golden = GoldenCase.Get(id);
        Fraction[][] types = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 3).Select(type => new Fraction(type)).ToArray())];
        var (space, welfare) = At(types, Welfare["lemma75-quadratic-public-n3"]);
        var charges = new MixedDifferences(space, welfare).Terms(2, null);
        foreach (var entry in golden.Expected.GetProperty("payments").EnumerateObject())
        {
            var at = entry.Name.Split(',').Select(type => int.Parse(type, CultureInfo.InvariantCulture)).ToArray();
            var payments = Payments(charges, at, at);
            Assert.Equal(entry.Value.EnumerateArray().Select(GoldenCase.Rational), payments);
            Assert.True(payments.Aggregate(Fraction.Zero, (sum, payment) => sum + payment).IsZero);

            // Truth is dominant: with the report r instead of t the decision is the mean of the reports.
            for (var agent = 0; agent < 3; agent++)
            {
                for (var report = 0; report < 3; report++)
                {
                    int[] lie = [.. at.Select((type, other) => other == agent ? report : type)];
                    Assert.True(Value(at[agent], at) - payments[agent] >= Value(at[agent], lie) - Payments(charges, lie, lie)[agent]);
                }
            }
        }

        Assert.True(golden.Expected.GetProperty("budget_balanced").GetBoolean() && golden.Expected.GetProperty("DSIC").GetBoolean());

        // On a grid every share is a multiple of its step, and the sum is still exact.
        var whole = welfare.Select(worth => worth * 6).ToEquatableArray();
        var rounded = new MixedDifferences(space, whole).Terms(2, new PaymentGrid(Fraction.One));
        for (var profile = 0; profile < space.Profiles; profile++)
        {
            Assert.All(rounded, row => Assert.All(row, charge => Assert.True(charge.Denominator.IsOne)));
            Assert.Equal(2 * whole[profile], rounded.Select((row, agent) => row[space.OthersOf(profile, agent)]).Aggregate(Fraction.Zero, (sum, charge) => sum + charge));
        }

        Fraction[] Payments(EquatableArray<EquatableArray<Fraction>> terms, int[] reports, int[] others) => [.. Enumerable.Range(0, 3)
            .Select(agent => terms[agent][space.OthersOf(space.ProfileOf(reports), agent)]
                - Enumerable.Range(0, 3).Where(other => other != agent).Select(other => Value(others[other], reports)).Aggregate((one, next) => one + next))];

        static Fraction Value(int type, int[] reports)
        {
            var mean = new Fraction(reports.Sum(), 3);
            return (type * mean) - (mean * mean / 2);
        }
    }

    [Theory, Golden("green-laffont-proof-numbers")]
    public void The_numbers_of_the_proof(string id)
    {
        var golden = GoldenCase.Get(id);
        Fraction[][] types =
        [
            [new(golden.Inputs.GetProperty("w1_plus").GetInt32()), new(golden.Inputs.GetProperty("w1_minus").GetInt32())],
            [.. golden.Inputs.GetProperty("w2").EnumerateArray().Select(type => new Fraction(type.GetInt32()))],
        ];
        var (space, welfare) = At(types, Welfare["lemma75-public-project-n2"]);
        var box = new MixedDifferences(space, welfare).First();
        Assert.Equal(golden.Expected.GetProperty("decomposes").GetBoolean(), box is null);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("mixed_difference")), box!.Value);
    }

    private static (TypeSpace Space, EquatableArray<Fraction> Welfare) At(Fraction[][] types, Func<Fraction[], Fraction> welfare)
    {
        var space = new TypeSpace(types.Select(own => own.Length).ToEquatableArray());
        return (space, Enumerable.Range(0, space.Profiles).Select(profile => welfare([.. space.TypesAt(profile).Select((type, agent) => types[agent][type])])).ToEquatableArray());
    }

    private static Fraction Max(Fraction one, Fraction other) => one > other ? one : other;
}
