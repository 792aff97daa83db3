package org.curbside.itests;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;
import org.junit.runners.Suite.SuiteClasses;

/**
 * One instance, seen from within. A container is started for all of them together, as long as they are in one suite; what
 * whoever has just set it up sees comes first.
 */
@RunWith(Suite.class)
@SuiteClasses({
    HouseAsItShips.class,
    AddOnsComeAndGo.class,
    FrontDoorAnswers.class,
    RoadToARelease.class,
    PicturesDrawn.class,
    PostsModerated.class
})
public class HouseIT {}
