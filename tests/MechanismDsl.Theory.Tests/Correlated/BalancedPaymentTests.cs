using Fractions;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Correlated;

public sealed class BalancedPaymentTests
{
    /// <summary>Three agents whose types are identifiable: full extraction with the revenue handed back can be balanced at every profile.</summary>
    [Fact]
    public void IdentifiableTypesAllowBalance()
    {
        var state = 2008UL;
        var identifiable = 0;
        for (var instance = 0; identifiable < 5 && instance < 200; instance++)
        {
            var prior = Sales.Prior([2, 2, 2], [.. Enumerable.Range(0, 8).Select(_ => 1 + (int)(SplitMix(ref state) % 5))]);
            if (Identifiability.Counterexample(prior, default) is not null || !Enumerable.Range(0, 3).All(agent => BeliefCondition.Of(prior, agent, default).SeparatesTypes))
            {
                continue;
            }

            identifiable++;
            var given = HandedBack(Sales.Solve([[1, 3], [2, 5], [1, 4]], prior), prior);
            var balanced = BalancedPayments.Of(given, prior, default);
            Assert.NotNull(balanced);
            Assert.Null(FiniteGuarantees.Witness(balanced, prior, Guarantee.BayesianIncentiveCompatible));
            Assert.Null(FiniteGuarantees.Witness(balanced, prior, Guarantee.ExPostBudgetBalanced));
            for (var index = 0; index < 6; index++)
            {
                Assert.Equal(given.InterimUtility(prior, index / 2, index % 2, index % 2), balanced.InterimUtility(prior, index / 2, index % 2, index % 2));
            }
        }

        Assert.Equal(5, identifiable);
    }

    [Fact]
    public void WhatIsNotBalancedInExpectationCannotBe()
    {
        var prior = Sales.Prior([2, 2], 2, 1, 1, 2);
        Assert.Null(BalancedPayments.Of(Sales.Solve([[1, 3], [2, 5]], prior).Mechanism, prior, default));
    }

    /// <summary>Every agent receives an equal share of the expected revenue.</summary>
    private static FiniteMechanism HandedBack(SolvedExtraction solution, JointDistribution prior)
    {
        var share = solution.Revenue / prior.Types.Agents;
        return solution.Mechanism with { Payments = solution.Mechanism.Payments.Select(row => row.Select(payment => (payment - share).Reduce()).ToEquatableArray()).ToEquatableArray() };
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
